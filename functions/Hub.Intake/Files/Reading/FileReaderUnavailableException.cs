namespace Hub.Intake.Files.Reading;

/// <summary>No file can be read now, whichever it is: the machine has no memory for another process, or the program is not there.</summary>
public sealed class FileReaderUnavailableException(string message, Exception cause) : Exception(message, cause);
