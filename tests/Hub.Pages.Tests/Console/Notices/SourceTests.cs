using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Notices;
using Hub.Pages.Console.Notices.Source;
using Hub.Pages.Site;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console.Notices;

/// <summary>What a notice came in, beside what it would change: texts with the words that values were read from.</summary>
public sealed class SourceTests
{
    private const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
    private const string Letter = "Telephone: +32 2 111\nThe new fax is\n+32 2 222.";

    [Fact]
    public void Words_of_the_mail_and_of_a_file_are_marked_and_numbered_through_and_lead_to_their_values_and_back()
    {
        var html = Page(
            "Call +32 2 999 from now on.", Read("body", "+32 2 999", 5), Read("note.pdf", "+32 2 111", 11),
            Read("note.pdf", "fax is +32 2 222", 29, 45));
        foreach (var (number, words) in new[] { (1, "+32 2 999"), (2, "+32 2 111"), (3, "fax is\n+32 2 222") })
        {
            Assert.Contains($"<mark id=\"s{number}\">{words}<a", html, StringComparison.Ordinal);
            Assert.Contains($"id=\"v{number}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"#s{number}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_place_in_a_part_of_a_text_is_none_in_the_whole_and_its_words_are_looked_for()
    {
        var text = MarkedText.Of("Dear colleague\n> call +32 2 111", MarkedText.OfMail, [Read("forwarded", "+32 2 111", 5)]);
        Assert.Equal("+32 2 111", Assert.Single(text.Runs, r => r.Mark == 1).Text);
    }

    [Fact]
    public void A_file_stands_beside_its_translation_with_a_way_to_all_of_it()
    {
        var html = Page(null);
        Assert.Contains("As it came: Fran", html, StringComparison.Ordinal);
        Assert.Contains("Translation: English", html, StringComparison.Ordinal);
        Assert.Contains("Machine translation", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/console/notices/{Id}/documents/1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_sender_wrote_as_markup_is_read_as_its_signs_in_original_and_translation()
    {
        var translated = new SourceTranslation(Language.English, false, "<img src=x>");
        var evil = new SourceText(1, "<b>x</b>.pdf", "<script>alert(1)</script>", Language.Arabic, translated);
        var html = Page("<i>hello</i>", evil);
        foreach (var tag in new[] { "<script", "<img", "<i>", "<b>" })
            Assert.DoesNotContain(tag, html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_of_a_sender_turns_as_it_is_written()
    {
        var html = Page("نص", new SourceText(1, "n.pdf", "مذكرة شفوية", Language.Arabic, new(Language.English, true, "Note verbale")));
        Assert.Equal(3, Regex.Count(html, "class=\"hub-source[^\"]*\" dir=\"auto\""));
    }

    [Fact]
    public void A_long_text_is_cut_at_a_line_and_its_own_page_has_all_of_it()
    {
        var lines = string.Concat(Enumerable.Range(0, 2000).Select(i => $"line {i}\n"));
        var text = new SourceText(1, "long.txt", lines, Language.English, null);
        var html = Page(null, text);
        Assert.DoesNotContain("line 1999", html, StringComparison.Ordinal);
        Assert.Matches(@"line \d+\n…", html);
        var whole = ConsoleHtml.Document(Visit(), new(Notice(), text, 1, []));
        Assert.Contains("line 1999", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_text_says_so_on_its_page() =>
        Assert.Contains(
            "Nothing can be read in this file", ConsoleHtml.Document(Visit(), new(Notice(), null, 1, [])), StringComparison.Ordinal);

    private static string Page(string? body, params Proposal[] words)
    {
        var translated = new SourceTranslation(Language.English, false, "Machine translation\n\nThe new fax");
        return Page(body, new SourceText(1, "note.pdf", Letter, Language.French, translated), words);
    }

    private static string Page(string? body, SourceText file, params Proposal[] words)
    {
        var detail = new NoticeDetail(Notice() with { Words = words, Mail = "m1" }, "Arvenia", [], Sample.Networks)
        {
            Body = body, Texts = [file],
        };
        return ConsoleHtml.Notice(Visit(), detail, [])
            .Replace("&#x2B;", "+", StringComparison.Ordinal).Replace("&#xA;", "\n", StringComparison.Ordinal);
    }

    private static Proposal Read(string where, string words, int start, int? end = null) =>
        new("/changes/0/set/fax/number", words, words, where, 1) { Start = start, End = end ?? start + words.Length };

    private static Visit Visit() => new(Language.English, "/console", DateTimeOffset.UnixEpoch)
    {
        Visitor = new("Amina", SecretariatRoles.Reviewer),
    };

    private static Notice Notice() => new()
    {
        Id = Id, State = Sample.Arvenia, Sender = new("Mission", CallerKind.State, Sample.Arvenia, OfficeRole.Mission),
        ReceivedAt = DateTimeOffset.UnixEpoch, Form = new JsonObject(), Status = NoticeStatus.Review,
        Files = [new("note.pdf", "application/pdf", "00", 10, "b")],
    };
}
