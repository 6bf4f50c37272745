using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class SelfConfirmationTests
{
    private static readonly AccessLink Link =
        new(AccessLinkPurpose.Confirmation, $"authority-{Sample.Record}", Sample.Record, Sample.Today, "mark");
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task It_is_a_notice_of_the_authority_itself_and_waits_for_the_Secretariat()
    {
        var id = await Submit(Link);
        var notice = (await _desk.Notices.Find(id!, default))!;
        Assert.Equal((Sample.State, OfficeRole.Authority), (notice.Sender.State, notice.Sender.Role));
        Assert.Equal("CONFIRMATION_NO_CHANGE", (string)notice.Form["kind"]!);
        await _desk.NoticeFlow.Advance(id!, default);
        Assert.Equal(NoticeStatus.Review, (await _desk.Notices.Find(id!, default))!.Status);
        Assert.Equal(0, _desk.Register.Commits);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_notice() => Assert.Equal(await Submit(Link), await Submit(Link));

    [Fact]
    public async Task A_link_confirms_its_recipients_own_record_only() => Assert.Null(await Submit(Link with { Subject = "record-2" }));

    [Fact]
    public async Task A_mission_confirms_the_records_of_its_State_with_a_missions_rights()
    {
        var id = await Submit(Link, Mission(Sample.State));
        Assert.Equal(OfficeRole.Mission, (await _desk.Notices.Find(id!, default))!.Sender.Role);
        Assert.Null(await Submit(Link, Mission(Sample.OtherState)));
        Assert.Null(await Submit(Link, Mission(Sample.State) with { Role = OfficeRole.Authority }));
    }

    [Fact]
    public async Task A_record_that_is_gone_cannot_be_confirmed() =>
        Assert.Null(await new SelfConfirmation(_desk.Intake).Submit(Link, Mission(Sample.State), null, default));

    private static Recipient Mission(StateCode state) => new("mission", state, "mission@state.example", Language.French, "Mission", 0);

    private Task<string?> Submit(AccessLink link, Recipient? recipient = null) => new SelfConfirmation(_desk.Intake).Submit(
        link, recipient ?? Assert.Single(Recipient.AuthoritiesOf(_desk.Register.Now, Sample.Today)),
        _desk.Register.Now.Authorities.GetValueOrDefault(link.Subject) ?? Sample.Authority(link.Subject), default);
}
