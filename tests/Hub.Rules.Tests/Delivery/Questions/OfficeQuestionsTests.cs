using Hub.Delivery.Questions;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Questions;

/// <summary>A mission hears of a change of designation that did not come from it (V01, I7).</summary>
public sealed class OfficeQuestionsTests
{
    private readonly Desk _desk = new(Sample.Authority());
    private readonly MailRig _mail;

    public OfficeQuestionsTests()
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
        Assert.Equal([$"ministry@x.example {notice.Reference()}", $"mission@x.example {notice.Reference()}"], _mail.Mails.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task They_are_asked_again_after_two_and_six_weeks_and_then_no_more()
    {
        var notice = await Held();
        var days = new List<int>();
        for (var day = 0; day < 200; day++, _desk.Clock.Advance(TimeSpan.FromDays(1)))
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
    public async Task Of_two_that_ask_at_once_and_of_one_that_dies_before_it_notes_so_there_is_one_mail_each()
    {
        var notice = await Held();
        await Ask(notice);
        await Ask(notice);
        _desk.Notices.Put(await _desk.Find(notice) with { DueAt = _desk.Clock.Now, OfficesAsked = null });
        _desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await Ask(await _desk.Find(notice));
        Assert.Equal(2, _mail.Sent.Count);
    }

    [Fact]
    public async Task A_notice_with_open_questions_is_asked_about_too()
    {
        var unclear = await _desk.Routed(Desk.NewPair("""{"noteDate":"03/04/2025"}"""), Callers.Authority);
        Assert.Equal(NoticeStatus.Query, unclear.Status);
        await Ask(unclear);
        Assert.Equal(2, _mail.Sent.Count);
        Assert.Empty(await Preview.Of(unclear, default));
    }

    [Fact]
    public async Task A_question_of_a_reviewer_to_the_sender_does_not_end_those_to_the_mission()
    {
        var held = await Ask(await Held());
        await _desk.Decide(held, Callers.First, DecisionKind.Query, "Which office?");
        Assert.NotNull((await _desk.Find(held)).DueAt);
    }

    [Fact]
    public async Task A_mail_is_not_sent_to_who_may_no_longer_confirm()
    {
        await Questions.Ask(await Held(), default);
        _mail.Leave("mission");
        Add("mission", Sample.State, OfficeRole.Authority);
        await _mail.Finish();
        Assert.Equal(["ministry@x.example"], _mail.Sent.Select(s => s.Message.To));
    }

    [Fact]
    public async Task What_was_confirmed_before_the_mail_went_is_not_asked_about()
    {
        var notice = await Held();
        await Questions.Ask(notice, default);
        Assert.IsType<DecisionResult.Taken>(await _desk.Decisions.Confirm(notice.Id, Callers.Mission, null, default));
        await _mail.Finish();
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task A_notice_that_is_not_held_is_left_alone()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        Assert.Same(notice, await Questions.Ask(notice, default));
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
        Assert.Single(await Preview.Of(notice with { BasedOn = new Dictionary<string, int> { [Sample.Record] = 7 } }, default));
    }

    private NoticeQuestions Questions => _desk.Questions(new(_mail.Desk, _mail.Asked), _mail.Asked, new());

    private NoticePreview Preview => new(_desk.Register, Sample.Data, new FixedIdentifiers(), _desk.Clock);

    private async Task<Notice> Held()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        Assert.Equal(NoticeStatus.Held, notice.Status);
        return notice;
    }

    private async Task<Notice> Ask(Notice notice)
    {
        var asked = await Questions.Ask(notice, default);
        _mail.Clock.Now = _desk.Clock.Now;
        await _mail.Finish();
        return asked;
    }

    private void Add(string id, StateCode state, OfficeRole role) =>
        _mail.Add(new(id, state, $"{id}@x.example", Language.French, id, _mail.Register.Now.Head.Sequence) { Role = role });
}
