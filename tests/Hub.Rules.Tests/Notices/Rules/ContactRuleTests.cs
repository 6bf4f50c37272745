using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

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
    [InlineData("central..authority@justice.example")]
    [InlineData(".central@justice.example")]
    [InlineData("central.@justice.example")]
    [InlineData("central@moj-.gov.example")]
    [InlineData("central\u2019office@justice.example")]
    [InlineData("office@xn--zzzzzz9999.example")]
    public void V09_trips_on_an_address_that_cannot_be_right(string address) => Trips(
        Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09, Outcome.Query, "/changes/0/set/emails/0/address");

    [Theory]
    [InlineData("o'brien+mla@justice.example")]
    [InlineData("office@foreign-affairs.example")]
    [InlineData("office@министерство.example")]
    [InlineData("office@justicia.example")]
    [InlineData("central@moi.gov.example")]
    [InlineData("office@xn--80ak6aa92e.xn--p1ai")]
    [InlineData("office@xn--e1afmkfd.example")]
    [InlineData("office@وزارة.امارات")]
    [InlineData("office@न्याय.भारत")]
    [InlineData("ministère@justice.example")]
    [InlineData("المكتب@justice.example")]
    [InlineData("central.authority@justice.photography")]
    [InlineData("central@gov.rw")]
    [InlineData("office@mail.rw")]
    [InlineData("office@live.co")]
    public void V09_lets_good_addresses_pass(string address) =>
        Passes(Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09);

    [Theory]
    [InlineData("mailto:central@justice.example")]
    [InlineData("central@justice.example.")]
    [InlineData("central\u200b@justice.example")]
    [InlineData("\u202acentral@justice.example\u202c")]
    [InlineData("central@justice.example\\n")]
    [InlineData("central＠justice.example")]
    public void V09_says_what_it_left_out_of_an_address(string address)
    {
        var notice = Sample.Designating($$"""{"emails":[{"address":"{{address}}"}]}""");
        Trips(notice, ProblemCode.V09, Outcome.Warn, "/changes/0/authority/emails/0/address");
        Assert.Equal("central@justice.example", Designated(notice).Emails![0].Address);
    }

    [Fact]
    public void V09_knows_how_long_an_address_may_be()
    {
        var label = new string('a', 60);
        var address = $"central@{string.Join('.', Enumerable.Repeat(label, 5))}.example";
        Trips(
            Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09, Outcome.Query,
            "/changes/0/set/emails/0/address");
    }

    [Fact]
    public void V09_lets_a_ministry_stand_beside_another_of_a_name_that_is_like_its_own()
    {
        var record = Sample.Authority();
        var used = Sample.Reference(record with
        {
            Restricted = record.Restricted with { Emails = [new("central@moj.gov.example"), new("central@prosecution.gov.example")] },
        });
        Passes(Sample.Amending("""{"emails":[{"address":"central@moi.gov.example"}]}"""), ProblemCode.V09, reference: used);
        Trips(
            Sample.Amending("""{"emails":[{"address":"central@prosecuton.gov.example"}]}"""), ProblemCode.V09, Outcome.Query,
            "/changes/0/set/emails/0/address", reference: used);
    }

    [Fact]
    public void V10_warns_of_webmail_and_of_nothing_else()
    {
        Trips(Sample.Amending("""{"emails":[{"address":"office@justice.example"},{"address":"legal@GMAIL.com"}]}"""),
            ProblemCode.V10, Outcome.Warn, "/changes/0/set/emails/1/address");
        Passes(Sample.Amending("""{"emails":[{"address":"office@mail.gov.example"}]}"""), ProblemCode.V10);
    }

    [Theory]
    [InlineData("00999 1 555 0100", Outcome.Warn)]
    [InlineData("+999 1 555 0100 ext. 12", Outcome.Warn)]
    [InlineData("555 0100", Outcome.Query)]
    [InlineData("+999 CALL ME", Outcome.Query)]
    [InlineData("011999335550100", Outcome.Query)]
    [InlineData("+999 33 555 01 00 / 02", Outcome.Query)]
    [InlineData("+999 33 555 0100 / +999 33 555 0101", Outcome.Query)]
    [InlineData("+44 20", Outcome.Query)]
    [InlineData("+44 (0)20 7946 0000", Outcome.Warn)]
    [InlineData("+39 (0)6 6885 1234", Outcome.Query)]
    [InlineData("+378 (0)549 882 314", Outcome.Query)]
    [InlineData("tel:+999335550100;ext=", Outcome.Query)]
    [InlineData("+44 20 7946 0000 0000", Outcome.Query)]
    [InlineData("+999 33 555 01 00 and +999 33 555 01 01", Outcome.Query)]
    public void V11_normalises_a_number_or_asks_for_its_country(string number, Outcome outcome) =>
        Trips(Sample.Amending($$"""{"phones":[{"number":"{{number}}"}]}"""), ProblemCode.V11, outcome, "/changes/0/set/phones/0/number");

    // How numbers are written is nobody's mistake: the documentation's own example has blanks in it.
    [Theory]
    [InlineData("+999 33 555 01 00")]
    [InlineData("+999 (33) 555-01.00")]
    [InlineData("(+999) 33 555 01 00")]
    [InlineData("+99933555 0100\\n")]
    [InlineData("\u202a+999 33 555 01 00\u202c")]
    [InlineData("\u2068+999 33 555 01 00\u2069")]
    [InlineData("\u200e+99933555 0100")]
    [InlineData("+999\u201133\u2011555\u201101\u201100")]
    [InlineData("+999\u201033\u2010555\u20100100")]
    [InlineData("+999\u00a033\u00a0555\u00a00100")]
    [InlineData("+999\u200933\u2009555\u20090100")]
    [InlineData("+999 33 555 01 00\ufe0f")]
    [InlineData("\uff0b\uff19\uff19\uff19 33 555 0100")]
    [InlineData("+\u0669\u0669\u0669 33 555 0100")]
    [InlineData("tel:+999-33-555-01-00")]
    public void V11_takes_a_whole_number_however_it_is_written(string number)
    {
        var notice = Sample.Designating($$"""{"phones":[{"number":"{{number}}"}]}""");
        Passes(notice, ProblemCode.V11);
        Assert.Equal(new Phone("+999335550100"), Designated(notice).Phones![0]);
    }

    [Theory]
    [InlineData("+999 33 555 01 00, ext. 22")]
    [InlineData("+999 33 555 01 00 (ext. 22)")]
    [InlineData("+999 33 555 01 00 poste 22")]
    [InlineData("+999 33 555 01 00 доб. 22")]
    [InlineData("+999 33 555 01 00 int. 22")]
    [InlineData("+999 33 555 01 00 interno 22")]
    [InlineData("+999 33 555 01 00 local 22")]
    [InlineData("+999 33 555 01 00 extensi\u00f3n 22")]
    [InlineData("+999 33 555 01 00 extensio\u0301n 22")]
    [InlineData("+999 33 555 01 00 تحويلة ٢٢")]
    [InlineData("00999335550100 x22")]
    [InlineData("+999 (0)33 555 01 00 #22")]
    public void V11_says_how_it_understood_a_number_with_an_extension(string number)
    {
        var notice = Sample.Designating($$"""{"phones":[{"number":"{{number}}"}]}""");
        Trips(notice, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/0/number");
        Assert.Equal(new Phone("+999335550100", "22"), Designated(notice).Phones![0]);
        Assert.Contains(Sample.Read(notice).Problems, p => p.Arguments.Contains("+999335550100;ext=22"));
    }

    [Fact]
    public void V11_reads_an_extension_as_RFC_3966_writes_it()
    {
        var notice = Sample.Designating(
            """{"phones":[{"number":"tel:+999-33-555-01-00;ext=22"},{"number":"+999335550101","extension":" ٢٣ "}]}""");
        Passes(notice, ProblemCode.V11);
        Assert.Equal([new("+999335550100", "22"), new("+999335550101", "23")], Designated(notice).Phones!);
    }

    [Fact]
    public void V11_asks_which_of_two_extensions_is_meant()
    {
        const string Two = """{"phones":[{"number":"+999 33 555 01 00 ext. 12","extension":"34"}]}""";
        Trips(Sample.Designating(Two), ProblemCode.V11, Outcome.Query, "/changes/0/authority/phones/0/extension");
        var one = Sample.Designating(Two.Replace("34", "12", StringComparison.Ordinal));
        Trips(one, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/0/number");
    }

    [Fact]
    public void V11_knows_the_numbering_plans()
    {
        var notice = Sample.Designating(
            """{"phones":[{"number":"+49 30/12345-0"},{"number":"+44 0207 946 0000"},{"number":"+39 06 1234567"}]}""");
        Assert.Equal(["+4930123450", "+442079460000", "+39061234567"], Designated(notice).Phones!.Select(p => p.Number));
        Trips(notice, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/1/number");
    }

    [Fact]
    public void V11_keeps_the_extension_and_drops_what_is_only_written()
    {
        var change = Assert.IsType<Change.Designate>(
            Sample.Read(Sample.Designating("""{"phones":[{"number":"+44 (0)20 7946 0000 x 12"}]}""")).Changes[0]);
        Assert.Equal(new Phone("+442079460000", "12"), change.Restricted.Phones![0]);
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
    [InlineData(",\"timeZone\":\"posix/Africa/Dakar\"")]
    [InlineData(",\"timeZone\":\"right/Europe/Vienna\"")]
    [InlineData(",\"timeZone\":\"Etc/GMT+1\"")]
    [InlineData(",\"timeZone\":\"SystemV/EST5\"")]
    [InlineData(",\"timeZone\":\"Europe/../posix/Europe/Vienna\"")]
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
    public void Hours_that_end_with_the_day_are_read_kept_and_written()
    {
        const string Hours = """{"officeHours":[{"day":"MONDAY","from":"08:00","to":"24:00"}],"timeZone":"Africa/Dakar"}""";
        Passes(Sample.Amending(Hours), ProblemCode.V12);
        var changed = AuthorityForm.Amend(Sample.Authority(), Sample.Object(Hours)).Changed;
        Assert.Contains("\"to\":\"24:00\"", changed.ForReaders().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("08:00–24:00", changed.Restricted.OfficeHours![0].Span());
        var monday = new DateTimeOffset(2025, 3, 17, 23, 59, 0, TimeSpan.Zero);
        Assert.True(Opening.IsOpen(changed.Restricted, monday));
        Assert.False(Opening.IsOpen(changed.Restricted, monday.AddMinutes(1)));
        Trips(Sample.Amending("""{"officeHours":[{"day":"MONDAY","from":"24:00","to":"24:00"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12, Outcome.Query, "/changes/0/set/officeHours/0/from");
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

    [Fact]
    public void V22_composes_what_came_decomposed()
    {
        var notice = Sample.Designating("""{"authorityName":{"en":"Office","fr":"Autorite\u0301"} }""");
        Trips(notice, ProblemCode.V22, Outcome.Warn, "/changes/0/authority/authorityName/fr");
        Assert.Equal("Autorité", ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted.AuthorityName["fr"]);
        Passes(Sample.Designating("""{"authorityName":{"fr":"Autorité"} }"""), ProblemCode.V22);
    }

    [Theory]
    [InlineData("comments", "\\u000b")]
    [InlineData("comments", "\\u0001")]
    [InlineData("comments", "\\uffff")]
    [InlineData("unitName", "\\u0085\\u009f")]
    [InlineData("legalSummary", "\\ufdd0")]
    public void V22_asks_about_characters_that_no_document_can_carry(string field, string character)
    {
        var set = $$"""{"{{field}}":"Office{{character}} of Legal Cooperation"}""";
        Trips(Sample.Amending(set), ProblemCode.V22, Outcome.Query, $"/changes/0/set/{field}");
        Trips(Sample.Designating(set), ProblemCode.V22, Outcome.Query, $"/changes/0/authority/{field}");
    }

    [Fact]
    public void V22_asks_wherever_a_text_stands()
    {
        Trips(Sample.Designating(notice: """{"text":"a\u0007b"}"""), ProblemCode.V22, Outcome.Query, "/text");
        Trips(Sample.Amending("""{"requiredInformation":{"MLA":"\u0000"} }"""), ProblemCode.V22, Outcome.Query,
            "/changes/0/set/requiredInformation/MLA");
        Passes(Sample.Amending("""{"comments":"Line one\nLine two\tand\r\nmore 😀 السَّنغال"}"""), ProblemCode.V22);
    }

    [Fact]
    public void V22_composes_every_text_of_a_record()
    {
        var notice = Sample.Designating(
            """{"comments":"Autorite\u0301","lawLinks":[{"url":"https://law.example","title":"Loi no\u0302"}]}""");
        Assert.Equal(
            ["/changes/0/authority/comments", "/changes/0/authority/lawLinks/0/title"],
            Sample.Read(notice).Problems.Where(p => p.Code == ProblemCode.V22).Select(p => p.Field).Order());
        Assert.Equal("Autorité", Designated(notice).Comments);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("https://user:secret@justice.example")]
    [InlineData("https://justice.example/a b")]
    [InlineData("https://")]
    [InlineData("justice")]
    public void A_link_that_is_none_to_a_page_is_refused(string link)
    {
        Assert.Contains(
            Sample.Read(Sample.Designating($$"""{"website":"{{link}}"}""")).Problems,
            p => (p.Code, p.Outcome, p.Field) == (ProblemCode.F03, Outcome.Refuse, "/changes/0/authority/website"));
        Assert.Contains(
            Sample.Read(Sample.Amending($$"""{"lawLinks":[{"url":"{{link}}"}]}""")).Problems,
            p => (p.Code, p.Outcome, p.Field) == (ProblemCode.F03, Outcome.Refuse, "/changes/0/set/lawLinks/0/url"));
    }

    [Fact]
    public void A_link_without_its_scheme_gets_it()
    {
        var change = (Change.Designate)Sample.Read(Sample.Designating("""{"website":"www.justice.example/en"}""")).Changes[0];
        Assert.Equal("https://www.justice.example/en", change.Public.Website);
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

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
