namespace Hub.Deploy;

/// <summary>Something that whoever asks can mend.</summary>
internal sealed class DeployException(string message) : Exception(message);
