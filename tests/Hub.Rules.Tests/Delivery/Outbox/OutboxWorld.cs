using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Notices.SigningIn;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Rules.Tests.Delivery.Webhooks;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>A hub that owes mails of every kind, and what has to be true of them in the end.</summary>
internal sealed class OutboxWorld
{
    private const string Quiet = "quiet";
    private static readonly string[][] Mailboxes = [["mailbox"], ["mailbox", "second"], ["second"], ["second", "third", "mailbox"]];
    private static readonly Notice Claiming = new Desk().Routed(Sample.Claiming("wacap")).GetAwaiter().GetResult();
    private readonly List<OutboxMail> _asked = [];

    // Attempts that may still be lost: with one more lost a mail would be set aside, as it should (I11).
    private int _losses = AttemptPolicy.Most - 1;

    public OutboxWorld(SendingPace? pace = null, bool lists = true, TimeSpan shortWait = default)
    {
        Rig = new(Sample.Authority(), Sample.Withdrawn() with { Id = Quiet })
        {
            Pace = pace ?? SendingPace.Exchange,
            Lists = lists,
            ShortWait = shortWait,
        };
        Rig.Subscribe("m");
        Rig.Subscribe("n");
        Rig.Add(new("mission", Sample.State, "mission@state.example", Language.French, "Mission", 0) { Role = OfficeRole.Mission });
        Rig.Endpoints.PutPartner(new Partner("wacap", new("contact@wacap.example", Language.English, "Contact")));
        Rig.Cursors.Put(new() { Channel = WebhookChannel.ChannelName, Name = "e1", FailingSince = Sample.Now });
        Rig.Notices.Put(Claiming);
        Rig.Notices.Put(Desk.Notice("XAA-held", NoticeStatus.Held, Desk.NewPair(), Callers.Authority));
        var given = new Consent.Given(Sample.Now, null);
        Code = new UrlChangeCodes(new FixedAccessLinkKey()).Of("e1", "https://new.example/", Sample.Now.AddDays(900), default).Result;
        Rig.Endpoints.Put(new("e1", "wacap", WebhookRig.Url("e1"), WebhookRig.Secret, Sample.Now)
        {
            Consent = given, Change = UrlChange.For("https://new.example/", given, Code, Sample.Now.AddDays(900)),
        });
    }

    public MailRig Rig { get; }

    public string Code { get; }

    /// <summary>A mail of each kind but changes, which the log asks for.</summary>
    public void AskAll(int number = 0)
    {
        foreach (var kind in Enum.GetValues<OutboxKind>().Where(k => k != OutboxKind.Changes))
            Ask(kind, number);
    }

    public OutboxMail Ask(OutboxKind kind, int number = 0)
    {
        var mail = Mail(kind, number);
        _asked.RemoveAll(m => m.Id == mail.Id);
        _asked.Add(mail);
        Rig.Asked.Add([mail], default).Wait();
        return mail;
    }

    /// <summary>One step of a model.</summary>
    public void Do(string what, int size)
    {
        switch (what)
        {
            case "grow":
                Rig.Register.Grow(size);
                break;
            case "confirm":
                Rig.Register.Change(new Change.Confirm(Quiet));
                break;
            case "join":
                Rig.Subscribe($"{(char)('a' + (2 * size))}{Rig.RecipientCount}");
                break;
            case "ask":
                Ask((OutboxKind)(size % (int)OutboxKind.Changes), _asked.Count);
                break;
            case "staff":
                Rig.Staff(Mailboxes[size % Mailboxes.Length]);
                break;
            case "choose":
                Rig.Choose(size % 2 == 0 ? "m" : "n", (Cadence)(size % 3));
                break;
            case "days":
                Rig.Clock.Advance(TimeSpan.FromDays(size));
                break;
            case "wait":
                Rig.Clock.Advance(TimeSpan.FromSeconds(10 * size));
                break;
            default:
                Run(what, size);
                break;
        }
    }

    /// <summary>Whatever was asked for went once, and everybody was told of every event once (I4).</summary>
    public async Task EndsWell()
    {
        Rig.Staff("mailbox", "third");
        await Rig.Finish();
        Rig.AssertEverybodyWasToldOnce(inOrder: false);
        foreach (var asked in _asked)
        {
            var row = Rig.Outbox[asked.Id];
            Assert.Equal((row.Kind, OutboxState.Sent), (row.Kind, row.State));
            Assert.Single(Rig.Sent, s => s.Message.Id == row.MailId);
        }
        // And nothing else did.
        Assert.All(Rig.Sent, s => Assert.True(
            _asked.Any(a => Rig.Outbox[a.Id].MailId == s.Message.Id) || MailMessage.RangeOf(s.Message.Id) is not null, s.Message.Id));
        // Whatever the process ended with is done since: nobody needs to look at it.
        Assert.All(Rig.Failures.All.Values, f => Assert.NotNull(f.RetriedAt));
    }

    // Another process takes the mailbox over while one stands still, or the process dies.
    private void Run(string what, int size)
    {
        var mailboxes = Rig.Cursors.Of(OutboxSender.ChannelName, default).Result;
        var mailbox = mailboxes[size % mailboxes.Count].Name;
        Rig.Answer = what == "throttle" ? _ => new(Failure.Overloaded, "HTTP 429") : _ => null;
        var lost = what switch { "crash" => 1, "stall" => 2, _ => 0 };
        if (lost > _losses)
            (what, lost) = ("run", 0);
        _losses -= lost;
        Rig.CrashAt = lost > 0 ? 2 * size : 0;
        Rig.Meanwhile = what == "stall" ? () => TakeOver(mailbox) : null;
        Rig.Run(mailbox).GetAwaiter().GetResult();
        (Rig.CrashAt, Rig.Meanwhile, Rig.Answer) = (0, null, _ => null);
    }

    /// <summary>Another process runs a mailbox whose lease is over, while the log grows.</summary>
    public void TakeOver(string mailbox)
    {
        Rig.Clock.Advance(TimeSpan.FromSeconds(61));
        Rig.Register.Grow();
        Rig.Enqueue().GetAwaiter().GetResult();
        Rig.Send(mailbox).GetAwaiter().GetResult();
    }

    private OutboxMail Mail(OutboxKind kind, int number)
    {
        var now = Rig.Clock.Now;
        return kind switch
        {
            OutboxKind.Acknowledgement or OutboxKind.Receipt or OutboxKind.PersonalReply =>
                OutboxMails.Reply(kind, Inbound(kind, number), "mailbox", now),
            OutboxKind.NoticeNews => OutboxMails.News(Inbound(kind, number), "mailbox", "XAA-held", "HELD-0", now),
            OutboxKind.Link => OutboxMails.Link(new(AccessLinkPurpose.Preferences, "m", "", Sample.Today, "before"), now),
            OutboxKind.SignIn => OutboxMails.SignIn(SignInAsk(now), now),
            OutboxKind.EndpointCode => OutboxMails.Code("wacap", "e1", Rig.Endpoints["e1"].Change!.CodeHash, now),
            OutboxKind.HeldNotice => OutboxMails.HeldNotice("mission", "XAA-held", now, now),
            OutboxKind.NetworkClaim => OutboxMails.Claim("wacap", Claiming.Id, "wacap", now),
            OutboxKind.PartnerWarning => OutboxMails.Warning("wacap", "e1", Sample.Now, number, now),
            OutboxKind.Resend => OutboxMails.Resend("n", FirstEvent(), FirstEvent(), now),
            OutboxKind.Confirmation =>
                OutboxMails.Confirmation($"authority-{Sample.Record}", DateOnly.FromDateTime(now.UtcDateTime), now),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The log asks for it."),
        };
    }

    // However long it takes until it is written: what ends here is another matter.
    private string SignInAsk(DateTimeOffset now)
    {
        var ask = new SignInAsk($"ask-{_asked.Count}", "mission@state.example", "/", now, now.AddDays(900));
        Rig.Asks.Save(ask, null, default).Wait();
        return ask.Id;
    }

    private long FirstEvent()
    {
        if (!Rig.Register.Log.Any(MailPolicy.IsMailed))
            Rig.Register.Grow();
        return Rig.Register.Log.First(MailPolicy.IsMailed).Sequence;
    }

    // Each from an address of its own: how many replies one gets a day is another matter.
    private string Inbound(OutboxKind kind, int number)
    {
        var mail = new MailRecord
        {
            Id = $"{kind}{number}", Mailbox = "mailbox", Message = $"message-{kind}{number}", ReceivedAt = Rig.Clock.Now,
            Fate = kind switch
            {
                OutboxKind.Receipt => InboundMailStatus.Held,
                OutboxKind.PersonalReply => InboundMailStatus.Answered,
                _ => InboundMailStatus.Notice,
            },
            Decision = kind == OutboxKind.PersonalReply
                ? new(MailDecisionKind.Answer, "reviewer", Rig.Clock.Now, null, "See the website.") : null,
            From = $"{kind}{number}@office.example",
            Notices = kind is OutboxKind.Receipt or OutboxKind.PersonalReply ? [] : ["XAA-held"],
        };
        Rig.Inbound.Add(mail, default).Wait();
        return mail.Id;
    }
}
