using Hub.Intake.Files.Reading;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class SameRequestTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
