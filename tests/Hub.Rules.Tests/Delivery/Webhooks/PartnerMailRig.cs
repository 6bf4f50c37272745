using Hub.Delivery.Mail;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>A mailbox that remembers what went to partners' contacts: a mail is its id and what it is about.</summary>
internal sealed class PartnerMailRig(ManualClock clock) : IPartnerMailWriter, IMailSender
{
    private readonly MemoryRoster _roster = Settled();

    public List<string> Drafts { get; } = [];

    public List<string> Sent { get; } = [];

    public bool IsDown { get; set; }

    public Action AfterSending { get; set; } = () => { };

    public PartnerPost Post => new(_roster, this, this);

    public MailMessage Code(string id, PartnerContact contact, Endpoint endpoint, string newUrl, string code, DateTimeOffset until) =>
        throw new NotSupportedException();

    public MailMessage Failing(string id, PartnerContact contact, FailingEndpoint failing)
    {
        var days = (int)(clock.Now - failing.Since).TotalDays;
        return new(id, contact.Address, $"{(failing.IsDisabled ? "disabled, " : "")}day {days}", "", "");
    }

    public MailMessage Claim(string id, PartnerContact contact, NetworkClaim claim) =>
        new(id, contact.Address, $"{contact.Address}: {claim.State} in {claim.Network}", "", "");

    public Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        if (IsDown)
            return Task.FromResult<(MailDraft?, Step.Failed?)>((null, new(Failure.Transient, "down")));
        var draft = $"{message.Id}|{message.Subject}";
        // One of this id is found rather than made again.
        var found = Drafts.Find(d => d.StartsWith($"{message.Id}|", StringComparison.Ordinal));
        if (found is null)
            Drafts.Add(draft);
        return Task.FromResult<(MailDraft?, Step.Failed?)>((new(found ?? draft, null), null));
    }

    public Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
        Assert.True(inDoubt);
        if (!Sent.Contains(draft))
            Sent.Add(draft);
        AfterSending();
        return Task.FromResult<Step.Failed?>(null);
    }

    private static MemoryRoster Settled()
    {
        var roster = new MemoryRoster();
        new RosterKeeper(roster, new MemoryCursors(), new MemoryRegister()).Settle(["mailbox"], default).Wait();
        return roster;
    }
}
