using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations;

/// <summary>Retention on the same stores; everything in them was written last when the samples are.</summary>
internal sealed class RetentionRig
{
    private static readonly Dictionary<RetentionKind, TimeSpan> Times = Enum.GetValues<RetentionKind>().ToDictionary(
        k => k,
        k => TimeSpan.FromDays(k switch
        {
            RetentionKind.Notices => 3650, RetentionKind.Translations => 365, RetentionKind.DismissedMails => 30,
            RetentionKind.UndecidedMails => 180, _ => 90,
        }));

    public RetentionRig()
    {
        var (notices, mails, works) =
            (Hub.Hazard.On<INoticeStore>(Hub.Notices), Hub.Hazard.On<IMailStore>(Hub.Mails), Hub.Hazard.On<IDocumentWorkStore>(Hub.Works));
        var files = Hub.Hazard.On<IFileEraser>(Hub.Storage);
        var eraser = new EraseFiles(files, new(TimeSpan.FromMinutes(10), TimeSpan.FromDays(30)), Hub.Clock);
        Retention = new(
            new(Times), new MemoryOldRows(Hub.Notices, Hub.Mails, Hub.Works), notices, mails,
            new(notices, works, eraser, new(Hub.Handlings), Hub.Clock),
            new(mails, Hub.Hazard.On<IOutboxStore>(Hub.Outbox), eraser, new(Hub.Handlings), Hub.Clock), new(works, files), Hub.Clock);
    }

    public ErasureRig Hub { get; } = new();

    public RetentionRun Retention { get; }

    public Task<Notice> Settled(NoticeStatus status = NoticeStatus.Committed) => Hub.Settled(status);

    /// <summary>Runs one kind so many days after everything was written.</summary>
    public Task<Removed> Run(RetentionKind kind, int days)
    {
        Hub.Clock.Now = Max(Hub.Clock.Now, Sample.Now.AddDays(days));
        return Retention.Run(kind, default);
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
