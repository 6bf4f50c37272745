using Hub.Notices;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class ShapeTests
{
    [Fact]
    public void Every_problem_of_the_shape_is_found_at_once()
    {
        var understood = Sample.Read(Sample.Object(
            """
            {
              "state": "XAA", "kind": "NEW_DESIGNATION", "offcialRef": "PMV/1", "noteDate": true, "language": "de",
              "changes": [
                { "authority": {
                    "authorityName": { "en": "Office", "fr": 5 },
                    "designations": [ { "instrument": "UNTOC", "matter": "MLA" }, { "instrument": "UNTOK", "article": "16", "matter": "EXTRADITION" } ],
                    "phones": "+99915550100", "emails": [ { "addres": "a@b.example" } ], "outOfHoursReach": "yes", "a/b~c": 1 } }
              ],
              "attachments": [ { "mediaType": "application/pdf" } ]
            }
            """));
        AssertProblems(understood,
            "F02 /offcialRef", "F03 /noteDate", "F03 /language", "F04 /attachments/0/name",
            "F03 /changes/0/authority/authorityName/fr", "F04 /changes/0/authority/designations/0/article",
            "F03 /changes/0/authority/designations/1/instrument", "F03 /changes/0/authority/phones",
            "F02 /changes/0/authority/emails/0/addres", "F04 /changes/0/authority/emails/0/address",
            "F03 /changes/0/authority/outOfHoursReach", "F02 /changes/0/authority/a~1b~0c");
    }

    // Each of these would be two or three problems, and each problem was once held against all others.
    [Theory]
    [InlineData("""{"state":"XAA","kind":"WITHDRAWAL","changes":[{"pairs":[*]}]}""", "/changes/0/pairs")]
    [InlineData("""{"state":"XAA","kind":"WITHDRAWAL","changes":[*]}""", "/changes")]
    public void A_list_that_nobody_wrote_by_hand_is_cut_off_and_said_to_be_too_long(string form, string place)
    {
        var read = Sample.Read(
            Sample.Object(form.Replace("*", string.Join(',', Enumerable.Repeat("{}", 80_000)), StringComparison.Ordinal)));
        Assert.Contains(read.Problems, p => p is { Code: ProblemCode.F05, Outcome: Outcome.Refuse } && p.Field == place);
        Assert.InRange(read.Problems.Count, 1, 4 * FormParser.MostItems);
    }

    [Theory]
    [InlineData("""{"offcialRef":"x"}""", "officialRef")]
    [InlineData("""{"OfficialRef":"x"}""", "officialRef")]
    [InlineData("""{"texte":"x"}""", "text")]
    public void An_unknown_field_is_answered_with_the_nearest_known_name(string extra, string nearest) =>
        Assert.Equal(nearest, Single(Sample.Read(Sample.Designating(notice: extra)), ProblemCode.F02).Arguments[1]);

    [Fact]
    public void An_unknown_field_like_no_other_is_answered_with_all_there_are() =>
        Assert.Contains(
            "officialRef, quiet, state",
            Single(Sample.Read(Sample.Designating(notice: """{"zzzzzz":1}""")), ProblemCode.F02).Arguments[1],
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"state":null}""", "F04 /state")]
    [InlineData("""{"kind":null}""", "F04 /kind")]
    [InlineData("""{"state":null,"states":"XAA"}""", "F02 /states", "F04 /state")]
    [InlineData("""{"state":7}""", "F03 /state")]
    [InlineData("""{"noteDate":"0001-01-01"}""", "F03 /noteDate")]
    [InlineData("""{"effectiveFrom":"9999-12-31"}""", "F03 /effectiveFrom")]
    [InlineData("""{"state":"Atlantis"}""", "F06 /state")]
    [InlineData("""{"kind":"GREETING"}""", "F03 /kind")]
    [InlineData("""{"changes":null}""", "F04 /changes")]
    [InlineData("""{"changes":{}}""", "F03 /changes")]
    [InlineData("""{"changes":[{"authority":[]}]}""", "F03 /changes/0/authority")]
    [InlineData("""{"changes":[{}]}""", "F04 /changes/0/authority")]
    [InlineData("""{"quiet":"no"}""", "F03 /quiet")]
    [InlineData("""{"submittedBy":{"office":null,"role":[]}}""", "F03 /submittedBy/role", "F04 /submittedBy/office")]
    public void A_field_is_pointed_at(string changed, params string[] problems) =>
        AssertProblems(Sample.Read(Sample.Designating(notice: changed)), problems);

    [Fact]
    public void Nothing_in_a_list_moves_up_when_something_before_it_is_wrong()
    {
        var notice = Sample.Notice(NoticeKind.NewDesignation, Sample.Object("""{"authority":{"designations":[]}}"""));
        notice["changes"]!.AsArray().Insert(0, "not a change");
        AssertProblems(Sample.Read(notice), "F03 /changes/0", "F04 /changes/1/authority/authorityName");
    }

    [Fact]
    public void Null_in_a_list_is_not_dropped_without_a_word()
    {
        AssertProblems(
            Sample.Read(Sample.Designating("""{"requiredDocuments":["a",null]}""")), "F03 /changes/0/authority/requiredDocuments/1");
        AssertProblems(Sample.Read(Sample.Designating(notice: """{"changes":[null]}""")), "F03 /changes/0");
    }

    [Theory]
    [InlineData("""{"interpolAccepted":"YES, NO"}""", "/changes/0/authority/interpolAccepted")]
    [InlineData("""{"authorityKind":"COURT,POLICE"}""", "/changes/0/authority/authorityKind")]
    [InlineData("""{"authorityKind":3}""", "/changes/0/authority/authorityKind")]
    public void Two_codes_in_one_are_not_a_third(string authority, string field) =>
        Assert.Equal(field, Single(Sample.Read(Sample.Designating(authority)), ProblemCode.F03).Field);

    [Fact]
    public void An_unknown_field_of_an_authority_is_reported_once() =>
        Single(Sample.Read(Sample.Designating("""{"webside":"https://justice.example"}""")), ProblemCode.F02);

    [Fact]
    public void A_problem_is_the_same_whoever_found_it() =>
        Assert.Equal(Problem.Warn(ProblemCode.V10, "/a", "x", "y"), Problem.Warn(ProblemCode.V10, "/a", "x", "y"));

    [Fact]
    public void What_a_patch_misspells_is_found_whatever_its_letters() =>
        AssertProblems(Sample.Read(Sample.Amending("""{"a/b":1,"comments":"x"}""")), "F02 /changes/0/set/a~1b");

    [Fact]
    public void A_patch_that_takes_away_an_unknown_field_is_told_so() =>
        AssertProblems(Sample.Read(Sample.Amending("""{"phonez":null}""")), "F02 /changes/0/set/phonez");

    [Fact]
    public void A_patch_cannot_leave_half_a_record() =>
        AssertProblems(Sample.Read(Sample.Amending("""{"authorityName":null}""")), "F04 /changes/0/set/authorityName");

    [Fact]
    public void More_changes_than_a_transaction_holds_are_refused()
    {
        var change = Sample.Object($$"""{"recordId":"{{Sample.Record}}"}""");
        var most = Enumerable.Repeat(change, NoticeParser.MostChanges).ToArray();
        Assert.Empty(Sample.Read(Sample.Notice(NoticeKind.ConfirmationNoChange, most)).Problems);
        AssertProblems(Sample.Read(Sample.Notice(NoticeKind.ConfirmationNoChange, [.. most, change])), "F05 /changes");
    }

    private static Problem Single(Understanding understood, ProblemCode code) => Assert.Single(understood.Problems, p => p.Code == code);

    private static void AssertProblems(Understanding understood, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        understood.Problems.Where(p => p.Outcome == Outcome.Refuse).Select(p => $"{p.Code} {p.Field}").Order(StringComparer.Ordinal));
}
