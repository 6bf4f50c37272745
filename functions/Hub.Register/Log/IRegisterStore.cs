using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Register.Log;

/// <summary>Where the register and its log are kept.</summary>
public interface IRegisterStore
{
    /// <summary>The register, at most <paramref name="maxAge"/> old; <see cref="TimeSpan.Zero"/> asks the store.</summary>
    Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel);

    /// <summary>Writes records, events and the new head in one transaction.</summary>
    Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel);

    /// <summary>Sequence of the last event of a notice already committed; null where it is not.</summary>
    Task<long?> CommittedAt(string noticeId, CancellationToken cancel);

    /// <summary>Events after a sequence, in order.</summary>
    Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel);

    /// <summary>A version of a record, the present one or an earlier one.</summary>
    Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel);

    /// <summary>A version of a law, the present one or an earlier one.</summary>
    Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel);
}
