using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

/// <summary>Mails that went out, and reports on them.</summary>
public abstract class BounceCase
{
    private protected readonly MailRig _rig = new();
    private protected int _reports;

    private protected BounceCase()
    {
        _rig.Subscribe("a");
        _rig.Subscribe("b");
    }

    private protected async Task<long> Told()
    {
        var head = _rig.Grown();
        await _rig.Finish();
        return head;
    }

    private protected string IdOf(string recipient) =>
        _rig.Sent.Last(s => s.Message.Id.StartsWith($"{recipient}:", StringComparison.Ordinal)).Message.Id;

    private protected DeliveryReport Report(string recipient, string status)
    {
        // A report comes after its mail; two records of one moment and one event are the same.
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var mail = _rig.Attempts.Last(a => a.Id == IdOf(recipient) && a.Report is null);
        return new($"report-{++_reports}", ReportKind.Failed, status, null, mail.Id, [mail.MessageId!]);
    }

    private protected Task<ReportOutcome> Record(string recipient, string status) =>
        _rig.Bounces.Record(Report(recipient, status), default);

    private protected async Task<IReadOnlyList<(Recipient Recipient, AddressHistory History, BounceCause Cause)>> Concerns() =>
        await _rig.Book.Concerns(_rig.Subscribers.All, default);

    private protected IEnumerable<long> Sequences(string recipient) =>
        _rig.Sent.Where(s => s.Message.Id.StartsWith($"{recipient}:", StringComparison.Ordinal))
            .SelectMany(s => s.Message.Text.Split(',')).Select(long.Parse);
}
