using Hub.Notices.Recipients;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Reading;

/// <summary>The register and the offices of a file: they are read, and never change.</summary>
internal sealed class FixedRegister(RegisterFile file) : IRegisterStore, ISubscriberStore
{
    public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel) => Task.FromResult(file.Register);

    public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel) =>
        throw new NotSupportedException("Nothing is decided where mails are only read.");

    public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) => Task.FromResult<long?>(null);

    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEvent>>([]);

    public Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel) =>
        Task.FromResult(file.Register.Authorities.GetValueOrDefault(recordId));

    public Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel) =>
        Task.FromResult(file.Register.Laws.GetValueOrDefault(lawId));

    public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel) => Task.FromResult(file.Offices);

    public Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel) => throw new NotSupportedException();
}
