using System.Globalization;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Intake.Inbox.Replies;
using Hub.LocalProcesses;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests;

/// <summary>The page that says what follows from what (docs/flow.md) says what the code does.</summary>
public sealed class FlowPageTests
{
    private const string Yes = "yes";
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Repository.PathTo("docs", "flow.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim().Trim('`')).ToArray()),
    ];

    [Fact]
    public void It_has_every_status_and_whether_the_sender_of_a_mail_is_told()
    {
        var statuses = Rows.Where(r => r.Length == 4 && Codes.TryParse<NoticeStatus>(r[0], out _)).ToList();
        Assert.Equal(
            Enum.GetValues<NoticeStatus>().Select(s => (s.Code(), NoticeStanding.IsTold(s))),
            statuses.Select(r => (r[0], r[1].StartsWith(Yes, StringComparison.Ordinal))));
    }

    [Fact]
    public void It_has_every_change_its_events_and_where_they_are_told()
    {
        var changes = Rows.Where(r => r.Length == 5).ToList();
        Assert.Equal(typeof(Change).GetNestedTypes().Select(t => t.Name).Order(), changes.Select(r => r[0]).Order());
        var events = changes.SelectMany(Events).Distinct().ToList();
        Assert.Equal(
            Enum.GetValues<EventType>().Except([EventType.EditionPublished, EventType.DataErased]).Order(), events.Order());
        Assert.All(changes, r => Assert.Equal(
            (Told(r, MailPolicy.IsMailed), true, Told(r, NetworkPagesChannel.Touches)), (r[2] == Yes, r[3] == Yes, r[4] == Yes)));
    }

    [Fact]
    public void It_has_every_kind_of_mail_and_its_order() => Assert.Equal(
        Enum.GetValues<OutboxKind>().Select(k => (k.Code(), k.Priority())),
        Rows.Where(r => r.Length == 4 && Codes.TryParse<OutboxKind>(r[0], out _))
            .Select(r => (r[0], int.Parse(r[3], CultureInfo.InvariantCulture))));

    private static IEnumerable<EventType> Events(string[] row) =>
        Enum.GetValues<EventType>().Where(e => row[1].Contains(e.Code(), StringComparison.Ordinal));

    private static bool Told(string[] row, Func<DirectoryEvent, bool> isTold)
    {
        var register = new MemoryRegister();
        register.Grow();
        return Assert.Single(Events(row).Select(type => isTold(register.Log[0] with { Type = type })).Distinct());
    }
}
