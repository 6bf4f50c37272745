namespace Hub.Core.Access;

/// <summary>Where API keys are kept: their hashes only.</summary>
public interface IKeyStore
{
    /// <summary>Whose key this is; null where there is none such.</summary>
    Task<Caller?> Find(string key, CancellationToken cancel);

    /// <summary>Gives a caller a new key; it is shown this once.</summary>
    Task<string> Issue(Caller caller, CancellationToken cancel);
}
