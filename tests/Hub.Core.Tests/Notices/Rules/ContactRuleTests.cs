using Hub.Core.Forms;
using Hub.Core.Tests.Builders;
using static Hub.Core.Tests.Notices.Rules.RuleCase;

namespace Hub.Core.Tests.Notices.Rules;

public sealed class ContactRuleTests
{
    [Theory]
    [InlineData("office")]
    [InlineData("office@ministry")]
    [InlineData("office@@justice.example")]
    [InlineData("office@justice.exemple")]
    [InlineData("office@justise.example")]
    [InlineData("office@gmial.com")]
    [InlineData("office@justice.example\\nBcc: x@y.example")]
    [InlineData("office@justice.example\\n")]
    public void V09_trips_on_an_address_that_cannot_be_right(string address) => Trips(
        Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09, Outcome.Query, "/changes/0/set/emails/0/address");

    [Theory]
    [InlineData("o'brien+mla@justice.example")]
    [InlineData("office@foreign-affairs.example")]
    [InlineData("office@министерство.example")]
    [InlineData("office@justicia.example")]
    public void V09_lets_good_addresses_pass(string address) =>
        Passes(Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09);

    [Fact]
    public void V10_warns_of_webmail_and_of_nothing_else()
    {
        Trips(Sample.Amending("""{"emails":[{"address":"office@justice.example"},{"address":"legal@GMAIL.com"}]}"""),
            ProblemCode.V10, Outcome.Warn, "/changes/0/set/emails/1/address");
        Passes(Sample.Amending("""{"emails":[{"address":"office@mail.gov.example"}]}"""), ProblemCode.V10);
    }

    [Theory]
    [InlineData("+999 (1) 555-0100", Outcome.Warn)]
    [InlineData("00999 1 555 0100", Outcome.Warn)]
    [InlineData("+999 1 555 0100 ext. 12", Outcome.Warn)]
    [InlineData("555 0100", Outcome.Query)]
    [InlineData("+999 CALL ME", Outcome.Query)]
    [InlineData("+99915550100\\n", Outcome.Warn)]
    [InlineData("+9\u0669\u0669\u0661\u0665\u0665\u0665\u0660\u0661", Outcome.Query)]
    public void V11_normalises_a_number_or_asks_for_its_country(string number, Outcome outcome) =>
        Trips(Sample.Amending($$"""{"phones":[{"number":"{{number}}"}]}"""), ProblemCode.V11, outcome, "/changes/0/set/phones/0/number");

    [Fact]
    public void V11_keeps_the_extension_and_drops_what_is_only_written()
    {
        var change = Assert.IsType<Core.Register.Change.Designate>(
            Sample.Read(Sample.Designating("""{"phones":[{"number":"+44 (0)20 7946 0000 x 12"}]}""")).Changes[0]);
        Assert.Equal(new Core.Register.Phone("+442079460000", "12"), change.Restricted.Phones![0]);
    }

    [Fact]
    public void V11_warns_where_fax_and_telephone_are_one()
    {
        Trips(Sample.Amending("""{"fax":[{"number":"+99915550100"}]}"""), ProblemCode.V11, Outcome.Warn, "/changes/0/set/fax");
        Passes(Sample.Amending("""{"fax":[{"number":"+99915550101"}]}"""), ProblemCode.V11);
    }

    [Fact]
    public void A_number_of_any_length_is_answered_at_once() => Trips(
        Sample.Amending($$"""{"phones":[{"number":"{{new string(' ', 20_000)}}a"}]}"""), ProblemCode.V11, Outcome.Query,
        "/changes/0/set/phones/0/number");

    [Theory]
    [InlineData("")]
    [InlineData(",\"timeZone\":\"GMT+1\"")]
    [InlineData(",\"timeZone\":\"UTC\"")]
    [InlineData(",\"timeZone\":\"Africa/Nowhere\"")]
    public void V12_asks_for_the_zone_of_office_hours(string zone) => Trips(
        Sample.Amending($$"""{"officeHours":[{"day":"MONDAY","from":"08:30","to":"16:30"}]{{zone}} }"""), ProblemCode.V12, Outcome.Query,
        "/changes/0/set/timeZone");

    [Fact]
    public void V12_asks_about_a_time_on_another_clock()
    {
        Passes(
            Sample.Amending("""{"officeHours":[{"day":"SUNDAY","from":"08:30","to":"16:30"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12);
        Trips(Sample.Amending("""{"officeHours":[{"day":"MONDAY","from":"8.30 am","to":"16:30"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12, Outcome.Query, "/changes/0/set/officeHours/0/from");
    }

    [Fact]
    public void V13_wants_languages_one_by_one_and_both_kinds_apart()
    {
        Trips(
            Sample.Amending("""{"languagesOfRequests":["all UN languages"]}"""), ProblemCode.V13, Outcome.Query,
            "/changes/0/set/languagesOfRequests");
        Trips(Sample.Amending("""{"languagesSpoken":["English"],"languagesOfRequests":["en"]}"""),
            ProblemCode.V13, Outcome.Query, "/changes/0/set/languagesSpoken");
        Trips(Sample.Amending("""{"languagesSpoken":["en","fr"]}"""), ProblemCode.V13, Outcome.Query, "/changes/0/set/languagesOfRequests");
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
        var (changed, kept) = Core.Register.AuthorityForm.Amend(Sample.Authority(), Sample.Object(set));
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

    [Fact]
    public void V22_composes_what_came_decomposed()
    {
        var notice = Sample.Designating("""{"authorityName":{"en":"Office","fr":"Autorite\u0301"} }""");
        Trips(notice, ProblemCode.V22, Outcome.Warn, "/changes/0/authority/authorityName/fr");
        Assert.Equal("Autorité", ((Core.Register.Change.Designate)Sample.Read(notice).Changes[0]).Restricted.AuthorityName["fr"]);
        Passes(Sample.Designating("""{"authorityName":{"fr":"Autorité"} }"""), ProblemCode.V22);
    }

    [Fact]
    public void V27_takes_links_as_they_are_and_says_so()
    {
        Trips(
            Sample.Designating("""{"website":"https://justice.example"}"""), ProblemCode.V27, Outcome.Warn, "/changes/0/authority/website");
        Trips(Sample.Amending("""{"website":"https://justice.example"}"""), ProblemCode.V27, Outcome.Warn, "/changes/0/set/website");
        Passes(Sample.Amending("""{"website":null}"""), ProblemCode.V27);
        var law = """{"lawLinks":[{"url":"https://law.example/16"}]}""";
        Trips(Sample.Designating(law), ProblemCode.V27, Outcome.Warn, "/changes/0/authority/lawLinks/0/url");
        Trips(Sample.Amending(law), ProblemCode.V27, Outcome.Warn, "/changes/0/set/lawLinks/0/url");
    }
}
