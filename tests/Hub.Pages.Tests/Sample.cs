using System.Collections.Immutable;
using System.Text;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Pages.Mail;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>A small directory, and ways to look at what is made of it.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 3, 1);
    public static readonly StateCatalog States = new(withFictionalStates: true);
    public static readonly NetworkCatalog Networks = new();
    public static readonly Uri Home = new("https://directory.example/");
    public static readonly NetworkPages Pages = new(Home);
    public static readonly MailOrigin Origin = new("directory@hub.example");
    public static readonly StateCode Arvenia = new("XAA");

    public static RegisterSnapshot Register(string source = "notice of XAA, PMV/114/2025") => new()
    {
        Head = new(417, new string('a', 64)),
        Memberships = Networks.All.SelectMany(n => n.ListedMembers.Select(s => Member(n.Id, s, n.Source)))
            .Append(Member("wacap", Arvenia, source) with
            {
                ValidFrom = new(2025, 4, 1), Confidence = Confidence.Low, Role = MembershipRole.Observer,
            })
            .Append(Member("iberred", new("PRI"), source)).DistinctBy(m => (m.Network, m.State))
            .ToImmutableDictionary(m => (m.Network, m.State)),
        States = ImmutableDictionary<StateCode, StateFacts>.Empty.Add(Arvenia, new()
        {
            State = Arvenia, LegalBasis = [new(Instrument.Untoc, LegalBasisValue.NotTreatyConditional, new(2025, 8, 4))],
        }),
    };

    public static NetworkDirectory Directory(RegisterSnapshot? register = null) => new(register ?? Register(), Networks, States, Today);

    public static Membership Member(string network, StateCode state, string source) =>
        new(network, state, MembershipRole.Member, null, null, source, Confidence.High, null);

    public static string Page(string path, NetworkDirectory? directory = null) =>
        Encoding.UTF8.GetString(Pages.Render(path, directory ?? Directory())!.Content.Span);

    public static Authority Authority(string name = "Office of International Legal Cooperation", string state = "XAA") => new()
    {
        Id = "0195-record",
        Version = 1,
        Public = new() { State = new(state), Website = "https://justice.example/" },
        Restricted = new()
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = name },
            Designations = [new() { Instrument = Instrument.Untoc, Article = "18", Matter = Matter.Mla, EffectiveFrom = new(2025, 4, 1) }],
            PostalAddress = new(["12 Harbour Road"], "Port Arven", "1000", "Arvenia"),
            Phones = [new("+99915550100", "12")],
            Fax = [new("+99915550101")],
            Emails = [new("cooperation@justice.example", "requests")],
            OfficeHours = [new(DayOfWeek.Monday, new(8, 30), new(16, 30))],
            TimeZone = "Europe/Vienna",
        },
        Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), Salt = "salt" },
    };

    public static DirectoryChange Change(
        EventType type, Authority? before = null, Authority? after = null, EventFacts? facts = null, long sequence = 1,
        string state = "XAA") =>
        new(new()
        {
            Sequence = sequence, Type = type, Time = DateTimeOffset.UnixEpoch, State = new(state), PreviousHash = new string('0', 64),
            Facts = facts ?? new()
            {
                NoticeId = "XAA-1", RecordId = after?.Id, RecordVersion = after?.Version, Matters = [Matter.Mla],
                Instruments = [Instrument.Untoc],
                Changed = before is null || after is null ? null : AuthorityForm.ChangedFields(before, after),
            },
        }, before, after);

    public static readonly EditionId Edition = new(2026, 1);

    public static MailMessage Mail(Language language, params DirectoryChange[] changes)
    {
        var editions = new Dictionary<EditionId, Uri> { [Edition] = new(Home, "/links/edition") };
        return new MailWriter(States, Networks, Origin).Changes(
            "mission-xaa:000000000001-000000000417", Recipient(language), changes,
            new(new(Home, "/links/preferences"), new(Home, "/links/confirmation"), editions));
    }

    public static Recipient Recipient(Language language) =>
        new("mission-xaa", Arvenia, "mission@arvenia.example", language, "Permanent Mission of Arvenia", 0);
}
