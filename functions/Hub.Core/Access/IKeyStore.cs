namespace Hub.Core.Access;

/// <summary>Where API keys are kept: their hashes only.</summary>
public interface IKeyStore
{
    /// <summary>Whose key this is; null where there is none such.</summary>
    Task<Caller?> Find(string key, CancellationToken cancel);

    /// <summary>Gives a caller a new key; it is shown this once.</summary>
    Task<string> Issue(Caller caller, CancellationToken cancel);

    /// <summary>Takes every key away that callers of a kind have under a name; how many there were.</summary>
    Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel);
}
