using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Notices;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>What a sender writes about a question is added to the notice that was asked about, whose other values stay.</summary>
public sealed class AnsweredNoticeTests
{
    private const string Subject = "Note verbale PMV/77/26";

    private const string Note = """
        Ref. PMV/77/26

        The Permanent Mission of Arvenia presents its compliments to the United Nations Office on Drugs and Crime and has the honour to
        inform it that the International Justice Unit has been designated as central authority for mutual legal assistance under article 18
        of the United Nations Convention against Transnational Organized Crime. Telephone: +999 1 555 0301. E-mail: iju@justice.example.

        The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.
        """;

    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task An_answer_in_own_words_is_added_and_the_rest_stays()
    {
        var (first, authority) = await Answered(
            $"Re: {Subject}", "Requests through INTERPOL are accepted in urgent cases. The languages of requests are English and French.",
            $"In-Reply-To: <{Subject.GetHashCode(StringComparison.Ordinal):x}@mission.example>");
        Assert.Equal(NoticeStatus.Superseded, first.Status);
        Assert.Equal("URGENT_ONLY", (string?)authority["interpolAccepted"]);
        Assert.Equal(["en", "fr"], Values(authority["languagesOfRequests"]));
        Assert.Equal("iju@justice.example", (string?)authority["emails"]![0]!["address"]);
        Assert.Equal("+99915550301", (string?)authority["phones"]![0]!["number"]);
    }

    [Fact]
    public async Task A_corrigendum_that_names_the_reference_amends_that_notice()
    {
        var (_, authority) = await Answered("Corrigendum", """
            Ref. PMV/77/26/Corr.1

            The Permanent Mission of Arvenia presents its compliments to the United Nations Office on Drugs and Crime and has the honour to
            refer to its note PMV/77/26 and to correct the telephone number: for +999 1 555 0301 read +999 1 555 0303.

            The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.
            """);
        Assert.Equal(["+99915550303"], ((JsonArray)authority["phones"]!).Select(p => (string?)p!["number"]));
        Assert.Equal("iju@justice.example", (string?)authority["emails"]![0]!["address"]);
    }

    [Fact]
    public async Task What_names_another_reference_answers_nothing()
    {
        await Arrive(Subject, Note);
        await Arrive("Corrigendum", "Ref. PMV/78/26\n\nThe telephone number is to be corrected: for +999 1 555 0301 read +999 1 555 0303.");
        Assert.Single(_rig.Notices.All);
        Assert.Equal(InboundMailStatus.ToRead, _rig.Mails.All.Single(m => m.Subject == "Corrigendum").Fate);
    }

    private async Task<(Notice First, JsonNode Authority)> Answered(string subject, string text, string headers = "")
    {
        await Arrive(Subject, Note);
        var first = Assert.Single(_rig.Notices.All);
        Assert.Equal(NoticeStatus.Query, first.Status);
        await Arrive(subject, text, headers);
        var amended = _rig.Notices.All.Single(n => n.Id != first.Id);
        Assert.Equal(first.Id, (string?)amended.Form["amends"]);
        return (_rig.Notices.All.Single(n => n.Id == first.Id), amended.Form["changes"]![0]!["authority"]!);
    }

    private async Task Arrive(string subject, string text, string headers = "")
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(subject, text, headers: headers));
        await _rig.RunToTheEnd();
    }

    private static IEnumerable<string?> Values(JsonNode? list) => ((JsonArray)list!).Select(v => (string?)v);
}
