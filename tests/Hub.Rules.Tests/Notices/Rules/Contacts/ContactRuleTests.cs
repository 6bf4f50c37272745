using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class ContactRuleTests
{
    [Fact]
    public void V13_asks_in_which_language_a_name_is()
    {
        Trips(
            Sample.Amending("""{"authorityName":{"English":"Office"}}"""), ProblemCode.V13, Outcome.Query, "/changes/0/set/authorityName");
        Passes(Sample.Amending("""{"authorityName":{"en":"Office","sr-Latn":"Ured"}}"""), ProblemCode.V13);
    }

    [Fact]
    public void V13_wants_languages_one_by_one_and_not_both_kinds_of_them()
    {
        Trips(
            Sample.Amending("""{"languagesOfRequests":["all UN languages"]}"""), ProblemCode.V13, Outcome.Query,
            "/changes/0/set/languagesOfRequests");
        Trips(Sample.Amending("""{"languagesSpoken":["English"],"languagesOfRequests":["en"]}"""),
            ProblemCode.V13, Outcome.Query, "/changes/0/set/languagesSpoken");
        Passes(Sample.Amending("""{"languagesSpoken":["en","fr"]}"""), ProblemCode.V13);
        Passes(Sample.Amending("""{"languagesSpoken":["en","sr-Latn"],"languagesOfRequests":["en"]}"""), ProblemCode.V13);
    }

    [Fact]
    public void V14_asks_every_new_designation_about_INTERPOL()
    {
        Trips(Sample.Designating("""{"interpolAccepted":null}"""), ProblemCode.V14, Outcome.Query, "/changes/0/authority/interpolAccepted");
        Trips(
            Sample.Designating("""{"interpolAccepted":"UNKNOWN"}"""), ProblemCode.V14, Outcome.Query,
            "/changes/0/authority/interpolAccepted");
        Passes(Sample.Designating("""{"interpolAccepted":"URGENT_ONLY"}"""), ProblemCode.V14);
    }

    [Theory]
    [InlineData("""{"contactPerson":{"name":"A. B."} }""", "contactPerson")]
    [InlineData("""{"phones":[{"number":"+99915550100"},{"number":"+99915550199","purpose":"MOBILE"}]}""", "phones")]
    [InlineData("""{"phones":[{"number":"+99915550199","purpose":"HOME"}]}""", "phones")]
    [InlineData("""{"urgentProcedure":{"phone":{"number":"+99915550199","purpose":"MOBILE"} } }""", "urgentProcedure")]
    public void V15_withholds_persons_and_their_numbers(string set, string field)
    {
        Trips(Sample.Amending(set), ProblemCode.V15, Outcome.Warn, $"/changes/0/set/{field}");
        var (changed, kept) = AuthorityForm.Amend(Sample.Authority(), Sample.Object(set));
        var shown = changed.ForReaders().ToJsonString();
        Assert.DoesNotContain("A. B.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("0199", shown, StringComparison.Ordinal);
        Assert.True(kept.ContactPerson?.Name == "A. B." || (kept.PersonalPhones?[0] ?? kept.UrgentPhone)?.Number == "+99915550199");
    }

    [Fact]
    public void V15_lets_pass_who_agreed() => Passes(
        Sample.Amending(
            """{"contactPerson":{"name":"A. B.","consent":true},"phones":[{"number":"+99915550100","purpose":"AROUND_THE_CLOCK"}]}"""),
        ProblemCode.V15);
}
