using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Intake.Notes;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Mails.Scoring;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>What holds for everything that is understood from a mail.</summary>
public sealed partial class UnderstandingTests
{
    private static readonly ProblemCode[] OfTheForm = [ProblemCode.F01, ProblemCode.F02, ProblemCode.F03, ProblemCode.F06, ProblemCode.F07];

    private static IEnumerable<(string Mail, UnderstoodNotice Notice)> All =>
        Corpus.All.SelectMany(m => Corpus.Judge(m).Notices.Select(n => (m.Name, n)));

    [Fact]
    public void Every_proposal_stands_in_the_form_and_says_how_sure_it_is() => Assert.All(
        All.SelectMany(u => u.Notice.Proposals.Select(p => (u.Mail, u.Notice.Form, Proposal: p))), u =>
        {
            Assert.True(JsonNode.DeepEquals(At(u.Form, u.Proposal.Pointer), u.Proposal.Value), $"{u.Mail} {u.Proposal.Pointer}");
            Assert.InRange(u.Proposal.Confidence, 0.5, 1);
        });

    [Fact]
    public void Every_proposal_quotes_words_that_stand_in_the_mail() => Assert.All(Corpus.All.Where(m => m.Notices.Count > 0), mail =>
    {
        var text = Corpus.Texts(mail);
        var words = Corpus.Judge(mail).Notices.Where(n => n.Source == NoticeSource.Note)
            .SelectMany(n => n.Proposals).Select(p => OneLine(p.Words));
        Assert.All(words, w => Assert.Contains(w, text, StringComparison.Ordinal));
    });

    [Fact]
    public void What_is_understood_is_a_notice_that_the_hub_can_read() => Assert.All(All, u =>
    {
        var state = Sample.Data.States.TryFind((string?)u.Notice.Form["state"], out var found, out _) ? found.Alpha3 : Sample.State;
        var sender = new Caller("mission", CallerKind.State, state, OfficeRole.Mission);
        var read = NoticeParser.Read(u.Notice.Form, sender, Sample.Now, Sample.Data.With(Corpus.Register));
        Assert.DoesNotContain(read.Problems, p => OfTheForm.Contains(p.Code) && p.Field is not "/state");
    });

    [Fact]
    public void A_date_that_can_be_two_is_asked_about_by_the_rules() =>
        Assert.Contains(Problems("dev/en-11"), p => p is { Code: ProblemCode.V24, Field: "/effectiveFrom" });

    [Fact]
    public void An_article_that_does_not_allow_the_matter_is_asked_about_by_the_rules() =>
        Assert.Contains(Problems("dev/en-15"), p => p.Code == ProblemCode.V03);

    [Theory]
    [InlineData("telephone +999 1 555 0100 (24 hours)", "+99915550100", "AROUND_THE_CLOCK")]
    [InlineData("24-hour line: 00999 1 555 0100", "+99915550100", "AROUND_THE_CLOCK")]
    [InlineData("mobile +999 1 555 0100", "+99915550100", "MOBILE")]
    [InlineData("in emergencies call +999 1 555 0100", "+99915550100", "EMERGENCY")]
    [InlineData("tel. (+999) 1-555-0100", "+99915550100", null)]
    public void A_telephone_is_for_what_the_words_around_it_say(string words, string number, string? purpose)
    {
        var phone = Set(words)["phones"]![0]!;
        Assert.Equal(number, (string?)phone["number"]);
        Assert.Equal(purpose, (string?)phone["purpose"]);
    }

    [Theory]
    [InlineData("Requests may be sent through INTERPOL.", "YES")]
    [InlineData("In urgent cases requests may be transmitted through ICPO-INTERPOL.", "URGENT_ONLY")]
    [InlineData("Requests through INTERPOL are not accepted.", "NO")]
    [InlineData("Requests may be sent through INTERPOL, but must be confirmed.", null)]
    [InlineData("The note refers to INTERPOL.", null)]
    [InlineData("\n\nArticle\tTelephone\tVia INTERPOL\n18\t+999 1 555 0100\tNo\n", "NO")]
    [InlineData("\n\nArticle\tTéléphone\tPar INTERPOL\n18\t+999 1 555 0100\tOui\n", "YES")]
    [InlineData("\n\nArtículo\tTeléfono\tVía INTERPOL\n16\t+999 1 555 0100\tNo\n18\t+999 1 555 0100\tSí\n", null)]
    public void INTERPOL_is_accepted_where_a_sentence_says_so(string sentence, string? accepted) =>
        Assert.Equal(accepted, (string?)Set($"telephone +999 1 555 0100. {sentence}")["interpolAccepted"]);

    [Theory]
    [InlineData("Monday to Friday, 8.30 to 16.30", 5, "08:30", "16:30")]
    [InlineData("Mon-Thu 9 a.m. - 5 p.m.", 4, "09:00", "17:00")]
    [InlineData("Sunday to Thursday 07:00-14:00", 5, "07:00", "14:00")]
    [InlineData("Friday to Monday 08:00-12:00", 4, "08:00", "12:00")]
    [InlineData("8:00-16:00, Monday to Friday", 5, "08:00", "16:00")]
    public void Hours_are_of_the_days_that_are_named(string hours, int days, string from, string to)
    {
        var read = (JsonArray)Set($"telephone +999 1 555 0100; office hours {hours}.")["officeHours"]!;
        Assert.Equal(days, read.Count);
        Assert.Equal((from, to), ((string)read[0]!["from"]!, (string)read[0]!["to"]!));
    }

    [Theory]
    [InlineData("8.30 to 16.30")]
    [InlineData("Monday to Friday, 8.30 to 4.30")]
    public void Hours_that_are_not_clear_are_asked_about(string hours)
    {
        var notice = Understood($"telephone +999 1 555 0100; office hours {hours}.");
        Assert.Null(notice.Form["changes"]![0]!["set"]!["officeHours"]);
        Assert.Contains(notice.Questions, q => q.Code == ProblemCode.V12);
    }

    [Theory]
    [InlineData("tel. +33 1 44 77 60 60 24h/24", "+33144776060")]
    [InlineData("tel. +33 1 44 77 60 60 24 h/24", "+33144776060")]
    [InlineData("tel. +999 1 555 01 00 (h)", "+99915550100")]
    [InlineData("tel. +999 1 555 01 00 hotline", "+99915550100")]
    public void Hours_behind_a_number_are_no_part_of_it(string words, string number) =>
        Assert.Equal(number, (string?)Set(words)["phones"]![0]!["number"]);

    // Left out unsaid, the one that can be read would take the place of both.
    [Fact]
    public void A_number_that_cannot_be_is_asked_about()
    {
        var notice = Understood("telephone +221 33 889 12 3; telephone +999 1 555 0100.");
        Assert.Contains(notice.Questions, q => q.Code == ProblemCode.V11);
        Assert.DoesNotContain(Understood("telephone +999 1 555 0100.").Questions, q => q.Code == ProblemCode.V11);
    }

    private static JsonNode Set(string words) => Understood(words).Form["changes"]![0]!["set"]!;

    private static UnderstoodNotice Understood(string words) => Assert.Single(Corpus.Judge(Encoding.UTF8.GetBytes(
        "From: vienna@mfa.arvenia.example\r\nSubject: Note\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + "The Permanent Mission of Arvenia presents its compliments to the Office "
        + $"and has the honour to inform it of the new contact details of the Office of the Prosecutor General: {words}\r\n")).Notices);

    private static IEnumerable<Problem> Problems(string mail) => NoticeParser.Read(
        Corpus.Judge(Corpus.All.Single(m => m.Name == mail)).Notices[0].Form,
        new("mission", CallerKind.State, Sample.State, OfficeRole.Mission),
        Sample.Now, Sample.Data.With(Corpus.Register)).Problems;

    private static JsonNode? At(JsonNode form, string pointer) => pointer[1..].Split('/').Aggregate(
        (JsonNode?)form, (node, name) => node is JsonArray items ? items[int.Parse(name, null)] : node?[name]);

    internal static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s>]+")]
    private static partial Regex Spaces();
}
