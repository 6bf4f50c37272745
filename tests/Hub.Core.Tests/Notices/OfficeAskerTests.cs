using Hub.Core.Access;
using Hub.Core.Notices;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Core.Tests.Builders;
using Hub.Core.Tests.Channels;

namespace Hub.Core.Tests.Notices;

/// <summary>A mission hears of a change of designation that did not come from it (V01, I7).</summary>
public sealed class OfficeAskerTests
{
    private readonly Desk _desk = new(Sample.Authority());
    private readonly MailRig _mail;

    public OfficeAskerTests()
    {
        _mail = new(Sample.Authority()) { Notices = _desk.Notices };
        Add("mission", Sample.State, OfficeRole.Mission);
        Add("ministry", Sample.State, OfficeRole.Ministry);
        Add("neighbour", Sample.OtherState, OfficeRole.Mission);
    }

    [Fact]
    public async Task The_mission_and_the_ministry_of_its_State_are_asked_and_nobody_else()
    {
        var notice = await Held();
        await Ask(notice);
        Assert.Equal([$"ministry@x.example {notice.Id}", $"mission@x.example {notice.Id}"], _mail.Mails.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task They_are_asked_again_after_two_and_six_weeks_and_then_no_more()
    {
        var notice = await Held();
        var days = new List<int>();
        for (var day = 0; day < 200; day++, _mail.Clock.Advance(TimeSpan.FromDays(1)))
        {
            var before = _mail.Sent.Count;
            notice = await Ask(notice);
            if (_mail.Sent.Count > before)
                days.Add(day);
        }
        Assert.Equal([0, 14, 42], days);
        Assert.Null(notice.DueAt);
        Assert.Equal(6, _mail.Sent.Select(s => s.Message.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_was_confirmed_before_the_mail_went_is_not_asked_about()
    {
        var notice = await Held();
        await Asker.Ask(notice, default);
        Assert.IsType<DecisionResult.Taken>(await _desk.Decisions.Confirm(notice.Id, Callers.Mission, default));
        await _mail.Finish();
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task A_notice_that_is_not_held_is_left_alone()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        Assert.Same(notice, await Asker.Ask(notice, default));
        await _mail.Finish();
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task They_see_what_would_change_before_it_does()
    {
        var notice = await Held();
        var told = Assert.Single(await Preview.Of(notice, default));
        Assert.Equal((EventType.AuthorityDesignated, "16"), (told.Event.Type, told.After!.Restricted.Designations.Single().Article));
        Assert.Equal(0, _desk.Register.Commits);
        Assert.Empty(await Preview.Of(notice with { BasedOn = new Dictionary<string, int> { [Sample.Record] = 7 } }, default));
    }

    private OfficeAsker Asker => new(_desk.Notices, _mail.Desk, _mail.ErrandDesk, _mail.Clock);

    private NoticePreview Preview => new(_desk.Register, Sample.Data, new FixedIdentifiers(), _desk.Clock);

    private async Task<Notice> Held()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        Assert.Equal(NoticeStatus.Held, notice.Status);
        return notice;
    }

    private async Task<Notice> Ask(Notice notice)
    {
        var asked = await Asker.Ask(notice, default);
        await _mail.Finish();
        return asked;
    }

    private void Add(string id, StateCode state, OfficeRole role) =>
        _mail.Add(new(id, state, $"{id}@x.example", Language.French, id, _mail.Register.Now.Head.Sequence) { Role = role });
}
