namespace Hub.Notices.Access;

/// <summary>Where API keys are kept: their hashes only.</summary>
public interface IKeyStore
{
    /// <summary>For so long a form that asked for a key is remembered.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>The key that a text is; null where there is none such, or it has expired.</summary>
    Task<ApiKey?> Find(string key, CancellationToken cancel);

    /// <summary>All keys, those that have expired or were taken away included.</summary>
    Task<IReadOnlyList<ApiKey>> List(CancellationToken cancel);

    /// <summary>Gives a caller a new key.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="by">Who issues it.</param>
    /// <param name="expires">When it ends; null where no time is set.</param>
    /// <param name="cancel">Gives up.</param>
    Task<IssuedKey> Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel);

    /// <summary>
    /// Gives a caller a new key, once for a form that asks for it; null where one was made for that form before. Where it fails, both are
    /// kept, key and form, or neither.
    /// </summary>
    Task<IssuedKey?> IssueOnce(string form, Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel);

    /// <summary>Gives the caller of a key another in its place, once; null where that was done before, or the key is gone.</summary>
    Task<IssuedKey?> Replace(ApiKey key, Replacement how, CancellationToken cancel);

    /// <summary>
    /// Takes a key away with those that it replaced and that replaced it; false where there is none of that id
    /// any more. What is known of it stays, and it opens nothing.
    /// </summary>
    Task<bool> Revoke(string id, CancellationToken cancel);

    /// <summary>Takes every key away that callers of a kind have under a name; how many there were.</summary>
    Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel);
}
