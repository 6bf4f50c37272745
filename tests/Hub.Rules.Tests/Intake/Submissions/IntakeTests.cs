using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

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

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
