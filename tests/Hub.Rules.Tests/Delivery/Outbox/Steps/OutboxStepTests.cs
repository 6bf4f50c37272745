using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

/// <summary>One step of a mailbox: what becomes of its mail, value by value, by what is to be done about it.</summary>
public sealed class OutboxStepTests : OutboxStepCase
{
    [Fact]
    public async Task A_mail_goes_and_its_row_its_draft_and_its_delivery_say_so()
    {
        var drafts = new List<MailDraft>();
        _composition = mail => new Composition.Ready((m, _) => Task.FromResult<MailMessage?>(Message(m)))
        {
            Drafted = (draft, _) =>
            {
                drafts.Add(draft);
                return Task.CompletedTask;
            },
            Tells = new Dictionary<string, string> { ["XAA-1"] = "HELD-0" },
        };
        _rig.AfterSending = _ => _rig.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        await Add(Held);
        Assert.Equal(Moved, await Step());
        Assert.Equal(
            (OutboxState.Sent, "mailbox", "0", "HELD-0", Now), (Row.State, Row.Mailbox, Row.Draft, Row.Tells!["XAA-1"], Row.DoneAt!.Value));
        Assert.Equal(new("0", "<draft-0@hub.example>"), Assert.Single(drafts));
        Assert.Equal(
            new Attempt("mail", "m", Held.Id, 0, Sample.Now, Attempt.Delivered, 1500) { MessageId = "<draft-0@hub.example>" },
            Assert.Single(_deliveries.All));
        Assert.Equal([Sample.Now], (await _rig.Outbox.Pace("mailbox", default)).Sent);
        Assert.Equal(Held.Id, Assert.Single(_rig.Sent).Message.Id);
    }

    [Fact]
    public async Task What_goes_to_a_partner_is_not_among_the_deliveries()
    {
        await Add(OutboxMails.Claim("p", "XAA-1", "wacap", Now));
        await Step();
        Assert.Single(_rig.Sent);
        Assert.Empty(_deliveries.All);
    }
}
