using Hub.Delivery.Bounces;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

/// <summary>Reports tied to their mails, and what they mean for the next mail.</summary>
public sealed class BounceHandlerTests : BounceCase
{
    [Fact]
    public async Task A_lasting_bounce_stops_the_address_and_says_so_beside_each_mail_not_sent()
    {
        var first = await Told();
        Assert.Equal(
            new ReportOutcome.Tied("a", IdOf("a"), ReportKind.Failed, "5.1.1: there is no such mailbox"), await Record("a", "5.1.1"));
        await Told();
        Assert.Equal([first, first + 1], Sequences("b"));
        Assert.Equal([first], Sequences("a"));
        Assert.Contains(_rig.Attempts, a => a is { Name: "a", Outcome: Attempt.NotSent + "5.1.1: there is no such mailbox" });
    }

    [Fact]
    public async Task The_same_report_twice_is_one()
    {
        await Told();
        var report = Report("a", "4.4.7");
        await _rig.Bounces.Record(report, default);
        await _rig.Bounces.Record(report, default);
        Assert.Single(_rig.Attempts, a => a.Report is not null);
        Assert.Single((await _rig.Addresses.Find("a", default))!.Bounces);
    }

    [Fact]
    public async Task Another_address_closes_it()
    {
        await Told();
        await Record("a", "5.1.1");
        _rig.Move("a", "new@mission.example");
        Assert.Empty(await Concerns());
        await Told();
        Assert.Equal("new@mission.example", _rig.Sent.Last(s => s.Message.Id.StartsWith("a:", StringComparison.Ordinal)).Message.To);
        await Record("a", "4.4.7");
        Assert.Empty(await Concerns());
    }

    [Fact]
    public async Task A_person_closes_it_and_mails_go_again()
    {
        await Told();
        await Record("a", "5.1.1");
        Assert.True(await _rig.Book.Resolve("a", "reviewer", default));
        Assert.False(await _rig.Book.Resolve("b", "reviewer", default));
        Assert.Empty(await Concerns());
        await Told();
        Assert.Equal(2, Sequences("a").Count());
    }
}
