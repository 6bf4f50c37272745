using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations;

/// <summary>What is old of stores in memory; everything in them was written last when the samples are.</summary>
internal sealed class MemoryOldRows(MemoryNotices notices, MemoryMails mails, MemoryWorks works) : IOldRows
{
    public IAsyncEnumerable<string> Notices(DateTimeOffset before, CancellationToken cancel) =>
        Old(notices.All.Where(n => ErasedNotice.IsSettled(n.Status) && n.EmptiedAt is null).Select(n => n.Id), before);

    public IAsyncEnumerable<MailRecord> Mails(
        IReadOnlyCollection<InboundMailStatus> fates, DateTimeOffset before, CancellationToken cancel) =>
        Old(mails.All.Where(m => fates.Contains(m.Fate) && m.EmptiedAt is null), before);

    public IAsyncEnumerable<DocumentWork> Works(DateTimeOffset before, CancellationToken cancel) => Old(works.All, before);

    public Task<int> Remove(RetentionKind kind, DateTimeOffset before, int limit, CancellationToken cancel) => Task.FromResult(0);

    private static IAsyncEnumerable<T> Old<T>(IEnumerable<T> all, DateTimeOffset before) =>
        (before > Sample.Now ? all.ToList() : []).ToAsyncEnumerable();
}
