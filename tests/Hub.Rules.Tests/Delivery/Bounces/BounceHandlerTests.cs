using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

/// <summary>Reports tied to their mails, and what they mean for the next mail.</summary>
public sealed class BounceHandlerTests
{
    private readonly MailRig _rig = new();
    private int _reports;

    public BounceHandlerTests()
    {
        _rig.Subscribe("a");
        _rig.Subscribe("b");
    }

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
    public async Task Passing_failures_stop_the_address_after_the_third_mail_V26()
    {
        for (var mail = 0; mail < 3; mail++)
        {
            await Told();
            await Record("a", "5.2.2");
            await Record("a", "5.2.2");
        }
        await Told();
        Assert.Equal(3, Sequences("a").Count());
        Assert.Single(await Concerns(), c => c.Cause.Status == "5.2.2");
    }

    [Fact]
    public async Task Passing_failures_of_long_ago_count_no_more()
    {
        for (var mail = 0; mail < 4; mail++)
        {
            await Told();
            await Record("a", "4.4.7");
            _rig.Clock.Now += BouncePolicy.Memory / 2;
        }
        Assert.Empty(await Concerns());
        Assert.Equal(4, Sequences("a").Count());
    }

    [Fact]
    public async Task A_report_that_does_not_know_the_mail_stops_nothing_but_somebody_has_to_look()
    {
        await Told();
        await _rig.Bounces.Record(Report("a", "5.1.1") with { References = ["<guessed@elsewhere.example>"] }, default);
        Assert.Single(await Concerns());
        await Told();
        Assert.Equal(2, Sequences("a").Count());
    }

    [Fact]
    public async Task One_dead_member_of_a_group_is_somebodys_task_and_the_others_go_on_reading()
    {
        await Told();
        foreach (var behind in new[]
        {
            Report("a", "5.1.1") with { FinalAddress = "member@elsewhere.example" },
            Report("a", "5.1.1") with { FinalAddress = "a@mission.example", HasReachedOthers = true },
        })
        {
            var tied = Assert.IsType<ReportOutcome.Tied>(await _rig.Bounces.Record(behind, default));
            Assert.Equal(ReportKind.Arrived, tied.Kind);
            Assert.Contains("passes its mail on", tied.Words, StringComparison.Ordinal);
        }
        Assert.Contains("passes its mail on", Assert.Single(await Concerns()).Cause.ToString(), StringComparison.Ordinal);
        await Told();
        Assert.Equal(2, Sequences("a").Count());
        Assert.True(await _rig.Book.Resolve("a", "reviewer", default));
        Assert.Empty(await Concerns());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailbox_that_is_dead_itself_is_not_written_to_whatever_else_is_reported(bool behindFirst)
    {
        await Told();
        var reports = new[]
        {
            Report("a", "5.1.1") with { FinalAddress = "member@elsewhere.example" },
            Report("a", "5.1.1") with { FinalAddress = "A@Mission.example" },
        };
        foreach (var report in behindFirst ? reports : reports.Reverse())
            await _rig.Bounces.Record(report, default);
        await Told();
        Assert.Single(Sequences("a"));
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

    [Fact]
    public async Task A_report_without_the_mails_id_is_tied_by_its_address_to_the_newest_mail()
    {
        await Told();
        await Told();
        var outcome = await _rig.Bounces.Record(new("r", ReportKind.AutoReply, null, "A@Mission.example", null, []), default);
        Assert.Equal(new ReportOutcome.Tied("a", IdOf("a"), ReportKind.AutoReply, "the mailbox answered automatically"), outcome);
        Assert.Empty(await Concerns());
    }

    [Fact]
    public async Task A_reply_is_tied_by_the_Message_ID_that_it_answers()
    {
        await Told();
        var first = _rig.Attempts.Last(a => a.Name == "a");
        await Told();
        var report = new DeliveryReport("r", ReportKind.AutoReply, null, "a@mission.example", null, [first.MessageId!]);
        Assert.Equal(first.Id, Assert.IsType<ReportOutcome.Tied>(await _rig.Bounces.Record(report, default)).MailId);
    }

    [Theory]
    [InlineData("stranger:000000000001-000000000001", "a@mission.example")]
    [InlineData("a:000000000077-000000000077", "a@mission.example")]
    [InlineData(null, "stranger@state.example")]
    [InlineData(null, null)]
    public async Task A_report_about_no_mail_of_the_hubs_changes_nothing(string? mailId, string? address)
    {
        await Told();
        Assert.IsType<ReportOutcome.Untied>(await _rig.Bounces.Record(new("r", ReportKind.Failed, "5.1.1", address, mailId, []), default));
        Assert.Empty(await Concerns());
        Assert.DoesNotContain(_rig.Attempts, a => a.Report is not null);
    }

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.1.99", true)]
    [InlineData("5.4.310", true)]
    [InlineData("5.2.2", false)]
    [InlineData("5.7.606", false)]
    [InlineData("4.4.7", false)]
    [InlineData("5.0.0", false)]
    [InlineData(null, false)]
    public void A_code_says_whether_the_address_is_wrong(string? status, bool isLasting) =>
        Assert.Equal(isLasting, BounceCause.Of(status).IsLasting);

    private async Task<long> Told()
    {
        var head = _rig.Grown();
        await _rig.Finish();
        return head;
    }

    private string IdOf(string recipient) =>
        _rig.Sent.Last(s => s.Message.Id.StartsWith($"{recipient}:", StringComparison.Ordinal)).Message.Id;

    private DeliveryReport Report(string recipient, string status)
    {
        // A report comes after its mail; two records of one moment and one event are the same.
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var mail = _rig.Attempts.Last(a => a.Id == IdOf(recipient) && a.Report is null);
        return new($"report-{++_reports}", ReportKind.Failed, status, null, mail.Id, [mail.MessageId!]);
    }

    private Task<ReportOutcome> Record(string recipient, string status) => _rig.Bounces.Record(Report(recipient, status), default);

    private async Task<IReadOnlyList<(Recipient Recipient, AddressHistory History, BounceCause Cause)>> Concerns() =>
        await _rig.Book.Concerns(_rig.Subscribers.All, default);

    private IEnumerable<long> Sequences(string recipient) =>
        _rig.Sent.Where(s => s.Message.Id.StartsWith($"{recipient}:", StringComparison.Ordinal))
            .SelectMany(s => s.Message.Text.Split(',')).Select(long.Parse);
}
