using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Operations.Erasures;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Operations;

/// <summary>Files as storage has them, some of them kept unchanged for a time; and everything that may name somebody.</summary>
internal sealed class MemoryStorage(
    MemoryFiles files, MemoryOriginals originals, MemoryNotices notices, MemoryMails mails, MemoryRegister register)
    : IFileEraser, IPersonalData
{
    /// <summary>Whether storage keeps the originals for now.</summary>
    public bool Keeps { get; set; }

    public Task<IReadOnlyList<StoredFile>> List(string folder, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredFile>>(
        [
            .. files.Kept.Keys.Where(k => In(k.Item2, folder)).Select(k => new StoredFile(k.Item1, k.Item2, Sample.Now)),
            .. originals.Kept.Keys.Where(p => In(p, folder)).Select(p => new StoredFile(Place.Originals, p, Sample.Now)),
        ]);

    public Task<bool> Delete(StoredFile file, CancellationToken cancel)
    {
        if (Keeps && file.Place == Place.Originals)
            return Task.FromResult(false);
        files.Kept.Remove((file.Place, file.Path));
        originals.Kept.Remove(file.Path);
        return Task.FromResult(true);
    }

    public IAsyncEnumerable<Notice> Notices(CancellationToken cancel) => notices.All.ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<MailRecord> Mails(CancellationToken cancel) => mails.All.ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<Authority>> EarlierVersions(string recordId, CancellationToken cancel) =>
        Task.FromResult(register.EarlierVersions(recordId));

    public Task Rewrite(string recordId, int version, Func<Authority, Authority> rewrite, CancellationToken cancel)
    {
        register.Rewrite(recordId, version, rewrite);
        return Task.CompletedTask;
    }

    private static bool In(string path, string folder) => path.StartsWith($"{folder}/", StringComparison.Ordinal);
}
