namespace Hub.Register.Json;

/// <summary>
/// A value that only the restricted directory, the Secretariat and mails to readers may show. It never prints itself, so that a log line
/// cannot carry it, and <see cref="HubJson.Public"/> refuses to write it.
/// </summary>
public abstract record Confidential
{
    /// <summary>Says that there is something, never what.</summary>
    public sealed override string ToString() => $"[{GetType().Name}: confidential]";
}

/// <summary>Marks what is written for everyone to see. A test proves that nothing confidential can be reached from such a type.</summary>
public interface IPublic;
