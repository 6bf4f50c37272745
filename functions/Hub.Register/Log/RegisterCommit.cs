namespace Hub.Register.Log;

/// <summary>What one approved notice does to the register, or an edition to the log: written whole or not at all.</summary>
/// <param name="NoticeId">The notice, or <c>edition-</c> and the edition; it can be committed once only.</param>
/// <param name="From">The head it was prepared on.</param>
/// <param name="Writes">The records; none for an edition.</param>
/// <param name="Events">Their events, in the same order, or the edition's, following <paramref name="From"/>.</param>
public sealed record RegisterCommit(string NoticeId, Head From, IReadOnlyList<RecordWrite> Writes, IReadOnlyList<DirectoryEvent> Events)
{
    /// <summary>The head it leads to.</summary>
    public Head To => Head.At(Events[^1]);
}

/// <summary>How a commit ended.</summary>
public abstract record CommitResult
{
    /// <summary>It is in the register, now or since an earlier try.</summary>
    /// <param name="Last">Sequence of its last event.</param>
    public sealed record Committed(long Last) : CommitResult;

    /// <summary>Somebody else committed first: prepare it again on the new head.</summary>
    public sealed record HeadMoved : CommitResult;

    /// <summary>The store does not take it as it is, e.g. because it is too large: tried again, it would be the same.</summary>
    /// <param name="Why">In the store's word.</param>
    public sealed record NotTaken(string Why) : CommitResult;
}
