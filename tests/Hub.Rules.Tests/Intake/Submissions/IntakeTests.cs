using Hub.Intake.Files.Reading;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class IntakeTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task What_is_accepted_is_kept_with_its_original_and_its_files_and_falls_due()
    {
        var form = Sample.Amending("""{"comments":"x"}""", """{"language":"fr","attachments":[{"name":"note.pdf"}]}""");
        var notice = Accepted(await _desk.Submit(form, files: new SubmittedFile("note.pdf", "application/pdf", "A note."u8.ToArray())));
        Assert.Equal((NoticeStatus.Received, Language.French), (notice.Status, notice.Language));
        Assert.True(notice.DueAt > _desk.Clock.Now);
        Assert.Equal("A note."u8.ToArray(), _desk.Files.Kept[(Place.Originals, Assert.Single(notice.Files).Blob)]);
        Assert.Equal(form.ToJsonString(), System.Text.Encoding.UTF8.GetString(_desk.Originals.Kept[$"{notice.Id}/notice.json"]));
        Assert.Equal(Sample.State, Notice.StateOf(notice.Id));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        Assert.IsType<SubmissionResult.Refused>(await _desk.Submit(Sample.Designating(notice: """{"kind":null}""")));
        Assert.Empty(_desk.Notices.All);
        Assert.Empty(_desk.Originals.Kept);
    }

    [Fact]
    public async Task A_record_that_another_instance_has_just_committed_is_known()
    {
        var desk = new Desk();
        desk.Register.Cached = desk.Register.Now;
        desk.Register.Change(Sample.Read(Sample.Designating(), reference: Sample.Reference()).Changes.Single());
        var record = desk.Register.Now.Authorities.Keys.Single();
        var form = Sample.Amending("""{"comments":"x"}""");
        form["changes"]![0]!["recordId"] = record;
        Assert.IsType<SubmissionResult.Accepted>(await desk.Submit(form));
        form["changes"]![0]!["recordId"] = "no-such-record";
        Assert.IsType<SubmissionResult.Refused>(await desk.Submit(form));
    }

    [Fact]
    public async Task A_note_that_came_before_is_not_asked_about_its_own_record()
    {
        var desk = new Desk();
        var first = Accepted(await desk.Submit(Sample.Designating(), Callers.Mission));
        desk.Register.Change(Sample.Read(Sample.Designating(), reference: Sample.Reference()).Changes.Single());
        var again = Accepted(await desk.Submit(Sample.Designating(), Callers.Ministry));
        Assert.Equal((NoticeStatus.Duplicate, first.Id), (again.Status, again.Linked));
        Assert.Equal([ProblemCode.V18], again.Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task Problems_beyond_a_hundred_are_counted_and_not_listed()
    {
        var notice = Sample.Designating();
        foreach (var i in Enumerable.Range(0, 15_000))
            notice[$"unknown{i}"] = 1;
        var refused = Assert.IsType<SubmissionResult.Refused>(await _desk.Submit(notice));
        Assert.Equal(ProblemLists.Most + 1, refused.Problems.Count);
        var more = refused.Problems[^1];
        Assert.Equal((ProblemCode.F08, Outcome.Refuse), (more.Code, more.Outcome));
        Assert.InRange(int.Parse(more.Arguments[0], null), 14_900, 15_000);
        Assert.InRange(refused.Problems.Sum(p => p.Arguments.Sum(a => a.Length)), 0, 200_000);
    }

    [Fact]
    public async Task Attachments_without_end_that_did_not_come_make_a_list_with_an_end()
    {
        var notice = Sample.Amending("""{"comments":"x"}""");
        notice["attachments"] = new System.Text.Json.Nodes.JsonArray(
            [.. Enumerable.Range(0, 500).Select(i => Sample.Object($$"""{"name":"note-{{i}}.pdf"}"""))]);
        var kept = Accepted(await _desk.Submit(notice));
        Assert.Equal((ProblemLists.Most + 1, ProblemCode.F08), (kept.Problems.Count, kept.Problems[^1].Code));
        Assert.Equal("400", kept.Problems[^1].Arguments[0]);
        Assert.Equal(NoticeStatus.Query, (await _desk.Advance(kept)).Status);
    }

    [Fact]
    public async Task The_forms_that_one_note_covers_are_notices_each_and_the_same_mail_again_is_none_V18()
    {
        Assert.Equal([NoticeStatus.Received, NoticeStatus.Received], await Mailed("mail-1"));
        Assert.Equal([NoticeStatus.Duplicate, NoticeStatus.Duplicate], await Mailed("mail-2"));
        var byApi = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"by API"}""", """{"officialRef":"PMV/114/2025"}""")));
        Assert.Equal((NoticeStatus.Received, ProblemCode.V18), (byApi.Status, byApi.Problems[0].Code));
    }

    private async Task<IEnumerable<NoticeStatus>> Mailed(string mail)
    {
        List<NoticeStatus> states = [];
        foreach (var number in Enumerable.Range(0, 2))
        {
            var form = Sample.Amending($$"""{"comments":"form {{number}}"}""", """{"officialRef":"PMV/114/2025"}""");
            states.Add(Accepted(await _desk.Intake.Accept(
                new(Callers.Mission, form, System.Text.Encoding.UTF8.GetBytes(form.ToJsonString()), [], $"{mail}-{number}")
                {
                    Mail = new(mail, Language.English, [], []) { Number = number },
                }, default)).Status);
        }
        return states;
    }

    [Fact]
    public async Task A_key_speaks_for_its_own_State_only()
    {
        Assert.IsType<SubmissionResult.ForeignState>(await _desk.Submit(Sample.Designating(), Callers.OtherMission));
        Assert.IsType<SubmissionResult.ForeignState>(await _desk.Submit(Sample.Designating(), Callers.MissionAsReader));
        Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Sample.Designating(), Callers.First));
        Assert.Single(_desk.Notices.All);
    }

    [Fact]
    public async Task The_same_key_with_the_same_body_is_the_same_notice()
    {
        var first = Accepted(await _desk.Submit(Sample.Designating(), key: "k"));
        var again = Assert.IsType<SubmissionResult.Repeated>(await _desk.Submit(Sample.Designating(), key: "k"));
        Assert.Equal(first.Id, again.Notice.Id);
        Assert.Single(_desk.Notices.All);
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_another_file_is_refused()
    {
        var first = Accepted(await _desk.Submit(Sample.Designating(), key: "k"));
        Assert.Equal(new SubmissionResult.KeyReused(first.Id), await _desk.Submit(Sample.Designating("""{"comments":"x"}"""), key: "k"));
        Assert.Equal(
            new SubmissionResult.KeyReused(first.Id),
            await _desk.Submit(Sample.Designating(), key: "k", files: new SubmittedFile("f", "text/plain", new byte[1])));
    }

    [Fact]
    public async Task A_request_that_was_accepted_is_answered_as_it_was_then_though_its_record_is_gone_since()
    {
        var form = Sample.Amending("""{"comments":"x"}""");
        var first = Accepted(await _desk.Submit(form, key: "k"));
        var elsewhere = new NoticeIntake(
            _desk.Notices, _desk.Originals, new(_desk.Files, _desk.Works, new FileReader(), new(), _desk.Clock), new FileReader(),
            new MemoryRegister(), Sample.Data, _desk.Ids, _desk.Clock);
        var again = await elsewhere.Accept(
            new(Callers.Mission, form, System.Text.Encoding.UTF8.GetBytes(form.ToJsonString()), [], "k"), default);
        Assert.Equal(first.Id, Assert.IsType<SubmissionResult.Repeated>(again).Notice.Id);
    }

    [Fact]
    public async Task The_same_key_of_another_sender_is_another_key()
    {
        await _desk.Submit(Sample.Amending("""{"comments":"x"}"""), Callers.Mission, "k");
        Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Sample.Amending("""{"comments":"y"}"""), Callers.Ministry, "k"));
    }

    [Theory]
    [InlineData(
        """{"officialRef":"PMV/114/2025","noteDate":"2025-03-10"}""", """{"officialRef":"pmv / 114 / 2025","noteDate":"2025-03-10"}""")]
    [InlineData("""{"text":"a"}""", """{"text":"a"}""")]
    [InlineData("""{"officialRef":"-","text":"a"}""", """{"text":"a"}""")]
    public async Task The_same_note_by_another_road_is_kept_and_linked(string first, string second)
    {
        var earlier = Accepted(await _desk.Submit(Sample.Designating(notice: first), Callers.Mission));
        for (var i = 0; i < 2; i++)
        {
            var repeat = Accepted(await _desk.Submit(Sample.Designating(notice: second), Callers.Ministry, $"{i}"));
            Assert.Equal((NoticeStatus.Duplicate, earlier.Id, (DateTimeOffset?)null), (repeat.Status, repeat.Linked, repeat.DueAt));
            Assert.Equal((ProblemCode.V18, Outcome.Link), (repeat.Problems[0].Code, repeat.Problems[0].Outcome));
        }
    }

    [Theory]
    [InlineData("""{"officialRef":"1/2025"}""", """{"officialRef":"2/2025"}""")]
    [InlineData("""{"officialRef":"PMV/114/2025"}""", """{"officialRef":"PMV-114-2025"}""")]
    [InlineData("""{"officialRef":"Note 77","noteDate":"2024-11-20"}""", """{"officialRef":"Note 77","noteDate":"2025-03-10"}""")]
    [InlineData("""{"officialRef":"Note 77"}""", """{"officialRef":"Note 77","text":"By post."}""")]
    [InlineData("""{"text":"a"}""", """{"text":"b"}""")]
    public async Task What_agrees_in_part_goes_to_a_reviewer_who_is_shown_the_earlier_notice_V18(string first, string second)
    {
        var earlier = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", first)));
        var other = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", second), Callers.Ministry));
        var routed = await _desk.Advance(other);
        Assert.Equal(NoticeStatus.Review, routed.Status);
        foreach (var stage in new[] { other, routed })
            Assert.Equal(
                Problem.Warn(ProblemCode.V18, "", earlier.Id), Assert.Single(stage.Problems, p => p.Code == ProblemCode.V18));
    }

    [Fact]
    public async Task The_same_words_with_another_file_are_another_note()
    {
        var form = Sample.Amending("""{"comments":"x"}""", """{"officialRef":"1"}""");
        await _desk.Submit(form, files: new SubmittedFile("note.pdf", "application/pdf", "A note."u8.ToArray()));
        var other = Accepted(await _desk.Submit(form, files: new SubmittedFile("note.pdf", "application/pdf", "Another."u8.ToArray())));
        Assert.Equal((NoticeStatus.Received, ProblemCode.V18), (other.Status, other.Problems[0].Code));
    }

    [Theory]
    [InlineData("""{}""", """{}""", """{}""")]
    [InlineData("""{"officialRef":"1"}""", """{"officialRef":"2"}""", """{"officialRef":"3"}""")]
    public async Task What_was_said_before_may_be_meant_again_once_something_else_was_said(params string[] notices)
    {
        string[] numbers = ["+99915557001", "+99915557002", "+99915557001"];
        foreach (var (number, with) in numbers.Zip(notices))
        {
            var notice = await _desk.Routed(Sample.Amending($$"""{"phones":[{"number":"{{number}}"}]}""", with));
            await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        }
        Assert.Equal("+99915557001", _desk.Register.Now.Authorities[Sample.Record].Restricted.Phones![0].Number);
    }

    [Fact]
    public async Task What_agrees_in_part_with_two_earlier_notices_names_both()
    {
        var one = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"1"}""")));
        var two = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"y"}""", """{"officialRef":"2"}""")));
        var both = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"2"}""")));
        Assert.Equal([one.Id, two.Id], both.Problems.Where(p => p.Code == ProblemCode.V18).Select(p => p.Arguments[0]).Order());
    }

    [Theory]
    [InlineData("PMV/11/1/2026")]
    [InlineData("PMV/111/2026")]
    public async Task References_are_told_apart_by_their_separators(string other)
    {
        await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"PMV/1/11/2026"}"""));
        var notice = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"y"}""", $$"""{"officialRef":"{{other}}"}""")));
        Assert.Equal(NoticeStatus.Received, notice.Status);
        Assert.DoesNotContain(notice.Problems, p => p.Code == ProblemCode.V18);
    }

    [Theory]
    [InlineData("""{"text":"a"}""", """{"text":"b"}""")]
    [InlineData("""{"effectiveFrom":"2025-03-10"}""", """{"effectiveFrom":"2025-03-12"}""")]
    [InlineData("""{"officialRef":"-","text":"a"}""", """{"officialRef":"/","text":"b"}""")]
    [InlineData("""{"noteDate":"2025-03-10"}""", """{"noteDate":"2025-03-11"}""")]
    public async Task What_differs_is_another_note(string first, string second)
    {
        await _desk.Submit(Sample.Designating(notice: first));
        Assert.Equal(NoticeStatus.Received, Accepted(await _desk.Submit(Sample.Designating(notice: second))).Status);
    }

    [Fact]
    public async Task The_confirmation_of_another_day_is_another_confirmation()
    {
        var form = Sample.Notice(NoticeKind.ConfirmationNoChange, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}"""));
        await _desk.Submit(form);
        _desk.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(NoticeStatus.Received, Accepted(await _desk.Submit(form)).Status);
    }

    [Fact]
    public async Task An_answer_bears_the_reference_of_the_note_it_mends()
    {
        var first = Accepted(await _desk.Submit(Sample.Designating(notice: """{"officialRef":"1"}""")));
        var answer = Accepted(await _desk.Submit(Sample.Designating(notice: $$"""{"officialRef":"1","amends":"{{first.Id}}"}""")));
        Assert.Equal(NoticeStatus.Received, answer.Status);
    }

    [Theory]
    [InlineData("XAA-nonesuch")]
    [InlineData("SEN-1")]
    [InlineData("nonsense")]
    public async Task An_answer_to_a_notice_that_is_not_there_or_not_the_senders_is_refused(string amends)
    {
        _desk.Notices.Put(Desk.Notice("SEN-1", NoticeStatus.Query, []) with { State = Sample.OtherState });
        var refused = Assert.IsType<SubmissionResult.Refused>(
            await _desk.Submit(Sample.Designating(notice: $$"""{"amends":"{{amends}}"}""")));
        var problem = Assert.Single(refused.Problems, p => p.Outcome == Outcome.Refuse);
        Assert.Equal((ProblemCode.F06, "/amends"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task V17_An_attachment_that_is_named_but_absent_is_asked_for_and_stays_asked_for()
    {
        var form = Sample.Amending("""{"comments":"x"}""", """{"attachments":[{"name":"a.pdf"},{"name":"b.pdf"}]}""");
        var notice = Accepted(await _desk.Submit(form, files: new SubmittedFile("a.pdf", "application/pdf", "A note."u8.ToArray())));
        foreach (var stage in new[] { notice, await _desk.Advance(notice) })
            Assert.Equal("/attachments/1", Assert.Single(stage.Problems, p => p.Code == ProblemCode.V17).Field);
        Assert.Equal(NoticeStatus.Query, (await _desk.Find(notice)).Status);
    }

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
