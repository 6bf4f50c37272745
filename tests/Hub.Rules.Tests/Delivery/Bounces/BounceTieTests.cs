using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class BounceTieTests : BounceCase
{
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
}
