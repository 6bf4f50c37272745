using System.Text;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class AttachedFormTests
{
    private static readonly string[] Office =
    [
        "A4,Reference,,PMV/9/2025", "B1,,,X", "C1,Name,,Extradition Unit", "C15,Telephone,,+99915550177", "C19,,,unit@justice.example",
        "F10,,,YES", "J1,,,none",
    ];

    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task A_form_is_the_change_of_a_notice_that_brings_none_and_takes_effect_when_two_reviewers_agree()
    {
        var notice = await _desk.Advance(Accepted(await Submit("""{"state":"XAA","kind":"NEW_DESIGNATION"}""", Form(Office))));
        Assert.Equal(NoticeStatus.Review, notice.Status);
        Assert.Equal("Extradition Unit", (string)notice.Form["changes"]![0]!["authority"]!["authorityName"]!["en"]!);
        Assert.Equal("PMV/9/2025", (string)notice.Form["officialRef"]!);
        var phone = notice.Proposals.Single(p => p.Code == "C15");
        Assert.Equal(("/changes/0/authority/phones/0", "form0.csv № 5", "+99915550177"), (phone.Pointer, $"{phone.Place}", phone.Words));
        Assert.Single(_desk.Register.Now.Authorities);
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.Single(_desk.Register.Now.Authorities);
        await _desk.Decide(notice, Callers.Second, DecisionKind.Approve);
        await _desk.Advance(notice);
        Assert.Equal(2, _desk.Register.Now.Authorities.Count);
    }

    [Fact]
    public async Task What_the_notice_says_holds_and_its_sender_is_asked_where_the_form_says_otherwise()
    {
        var notice = await _desk.Advance(Accepted(await Submit(
            """{"state":"XAA","kind":"NEW_DESIGNATION","officialRef":"PMV/8/2025"}""", Form(["A1,State,,Arvenia", .. Office]))));
        Assert.Equal((NoticeStatus.Query, "PMV/8/2025"), (notice.Status, (string)notice.Form["officialRef"]!));
        Assert.Equal(["F21 /files/0/officialRef A4 Reference of the note | /officialRef | form0.csv № 3"], Asked(notice));
    }

    [Fact]
    public async Task A_change_of_the_notices_own_is_compared_with_the_form_value_by_value()
    {
        var own = Sample.Amending("""{"phones":[{"number":"+999 1 555-0177"}],"emails":[{"address":"old@justice.example"}]}""")
            .ToJsonString();
        var notice = await _desk.Advance(Accepted(
            await Submit(own, Form($"A7,,,{Sample.Record}", "C15,,,+99915550177", "C19,,,unit@justice.example", "C12,,,Port Arven"))));
        Assert.Equal(["F21 /files/0/changes/0/set/emails/0 C19 E-mail | /changes/0/set/emails/0 | form0.csv № 4"], Asked(notice));
        Assert.Null(notice.Form["changes"]![0]!["set"]!["postalAddress"]);
        Assert.Contains(notice.Proposals, p => p.Pointer == "/changes/0/set/postalAddress/city");
    }

    [Fact]
    public async Task Each_form_is_a_change()
    {
        var notice = Accepted(await Submit(
            """{"state":"XAA","kind":"NEW_DESIGNATION","changes":[]}""", Form(Office),
            Form("B4,,,X", "C1,,,Transfer Unit", "C19,,,transfer@justice.example", "F10,,,NO", "J1,,,none")));
        Assert.Equal(
            ["Extradition Unit", "Transfer Unit"],
            ((JsonArray)notice.Form["changes"]!).Select(c => (string)c!["authority"]!["authorityName"]!["en"]!));
        Assert.Equal("/changes/1/authority/authorityName/en", notice.Proposals.Last(p => p.Code == "C1").Pointer);
    }

    [Fact]
    public async Task What_is_not_understood_in_a_form_is_asked_and_the_rest_is_kept()
    {
        var notice = await _desk.Advance(Accepted(
            await Submit("""{"state":"XAA","kind":"NEW_DESIGNATION"}""", Form([.. Office, "D1,Monday,,all day", "Telefone,,,+999 2"]))));
        Assert.Equal(NoticeStatus.Query, notice.Status);
        Assert.Equal(
            [ProblemCode.F23, ProblemCode.F20], notice.Problems.Where(p => p.IsAt("/files/0")).Select(p => p.Code).OrderDescending());
    }

    [Fact]
    public async Task A_form_for_another_kind_of_notice_is_asked_about_and_not_taken()
    {
        var refused = Assert.IsType<SubmissionResult.Refused>(
            await Submit("""{"state":"XAA","kind":"WITHDRAWAL"}""", Form(["A2,,,new designation", .. Office])));
        Assert.Contains(refused.Problems, p => p is { Code: ProblemCode.F21, Arguments: ["A2 Type of notice", "/kind", "form0.csv № 2"] });
        Assert.Contains(refused.Problems, p => p is { Code: ProblemCode.F04, Field: "/changes" });
    }

    [Fact]
    public async Task A_file_that_was_refused_is_not_read()
    {
        var macros = new SubmittedFile(
            "form.docx", "", Package.Docx("State: XAA", "City: Port Arven", "Telephone: +999 1").Part("word/vbaProject.bin", [1]).Bytes());
        Assert.Empty(Accepted(await Submit(Sample.Amending("""{"comments":"x"}""").ToJsonString(), macros)).Proposals);
    }

    [Fact]
    public async Task A_form_longer_than_a_notice_can_hold_is_asked_for_in_parts()
    {
        var own = Sample.Amending("""{"comments":"x"}""").ToJsonString();
        var notice = Accepted(await Submit(own, Form($"A7,,,{Sample.Record}", $"I1,,,{new string('x', 100_000)}")));
        Assert.Empty(notice.Proposals);
        Assert.Contains(notice.Problems, p => p is { Code: ProblemCode.F05, Field: "/files/0" });
    }

    private static IEnumerable<string> Asked(Notice notice) =>
        notice.Problems.Where(p => p.IsAt("/files/0")).Select(p => $"{p.Code} {p.Field} {string.Join(" | ", p.Arguments)}");

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;

    private static byte[] Form(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend("designation/1,Form,,")));

    private Task<SubmissionResult> Submit(string notice, params byte[][] forms) =>
        Submit(notice, [.. forms.Select((f, i) => new SubmittedFile($"form{i}.csv", "text/csv", f))]);

    private Task<SubmissionResult> Submit(string notice, params SubmittedFile[] files) => _desk.Submit(Sample.Object(notice), files: files);
}
