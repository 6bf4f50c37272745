using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Parsing;
using Hub.Notices.Documents;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Register.Text;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Text;

/// <summary>Text that Unicode does not allow, and heaps of marks, by every way in: an answer, never an exception, never minutes.</summary>
public sealed class UnsafeTextTests
{
    private const string Head = "From: vienna@mission.example\r\nTo: notices@hub.example\r\nSubject: NV\r\nMIME-Version: 1.0\r\n";

    public static TheoryData<string> Texts => ["\uFFFE", "a\uFFFEé", "\uFFFF", "\uFDD0é", "\U0001FFFEé", "\uD800", "é\uDC00\uD800", "\0é"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_name_that_is_no_text_is_nobodys(string text)
    {
        Assert.False(new StateCatalog().TryFind(text, out _, out _));
        Assert.Empty(new StateCatalog().Search($"qq{text}qq"));
        Assert.False(new NetworkCatalog().TryFind(text, out _));
        Assert.Null(FormTexts.Find(text));
        Assert.Empty(DesignationFormParser.ReadText($"{text}: {text}").Notice);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_file_of_what_is_no_text_is_read_as_far_as_it_is_one(string text)
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"Office of Legal Cooperation {text}")).ToArray();
        foreach (var kind in new[] { DocumentKind.Txt, DocumentKind.Csv, DocumentKind.Json })
        {
            var read = FileReader.Text(kind, new MemoryStream(bytes));
            Assert.StartsWith("Office of Legal Cooperation", read.Text, StringComparison.Ordinal);
            Assert.Empty(DesignationFormParser.Read(kind, "form", new MemoryStream(bytes)).Notice);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_mail_of_what_is_no_text_is_read_as_far_as_it_is_one(string text)
    {
        var mail = MailParser.Parse(Encoding.UTF8.GetBytes(
            $"{Head}Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Encoding.Unicode.GetBytes($"Office {text} of Legal Cooperation"))));
        Assert.StartsWith("Office", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailDefect.Unreadable, mail.Defects);
    }

    [Theory]
    [InlineData("\\ufffe")]
    [InlineData("\\uffff")]
    [InlineData("XAA\\u0000X")]
    public void A_State_that_is_no_text_is_refused_in_words(string state) => Assert.Contains(
        Sample.Read(Sample.Object($$"""{"state":"{{state}}","kind":"NOT_A_NOTICE"}""")).Problems,
        p => (p.Code, p.Field, p.Outcome) == (ProblemCode.F06, "/state", Outcome.Refuse));

    [Fact]
    public void A_name_of_a_field_that_no_document_can_carry_is_asked_about() => Assert.Contains(
        Sample.Read(Sample.Designating("""{"requiredInformation":{"\u000b":"x"}}""")).Problems,
        p => (p.Code, p.Outcome, p.Field) == (ProblemCode.V22, Outcome.Query, "/changes/0/authority/requiredInformation"));

    [Fact]
    public void What_is_whole_stays_as_it_is()
    {
        foreach (var text in new[] { "", "Office", "Österreich", "السَّنغال", "न्याय", "塞内加尔", "😀", "e\u0301" })
            Assert.Equal(text, SafeText.Whole(text));
        Assert.Equal("é", SafeText.Composed("e\u0301"));
        Assert.Equal("\uFFFD\uFFFDé", SafeText.Composed("\uFFFE\uD800e\u0301"));
    }

    [Fact]
    public void No_letter_keeps_more_than_thirty_marks()
    {
        var heap = $"e{string.Concat(Enumerable.Repeat("\u0301\u0316", 100_000))}x";
        foreach (var form in new[] { SafeText.Composed(heap), SafeText.Decomposed(heap), SafeText.Simplified(heap) })
            Assert.InRange(form.Length, 30, 34);
    }

    // Twice as many marks would take four times as long, and this many half an hour.
    [Fact]
    public void Heaps_of_marks_are_read_by_every_way_in()
    {
        var heap = $"e{string.Concat(Enumerable.Repeat("\u0301\u0316", 500_000))}";
        var read = FileReader.Text(DocumentKind.Txt, new MemoryStream(Encoding.UTF8.GetBytes(heap)));
        Assert.InRange(read.Text.Length, 1, 40);
        Assert.False(new StateCatalog().TryFind(heap, out _, out _));
        Assert.Null(FormTexts.Find(heap));
        var mail = Encoding.UTF8.GetBytes($"{Head}Content-Type: text/plain; charset=utf-8\r\n\r\n{heap}");
        Assert.NotEmpty(MailParser.Parse(mail).Text);
        var notice = Sample.Designating();
        notice["changes"]![0]!["authority"]!["authorityName"]!["en"] = heap;
        Assert.Contains(Sample.Read(notice).Problems, p => p.Code == ProblemCode.V22 && p.Outcome == Outcome.Query);
    }

    // Half a million ends of what was never opened, within as much as is read of what stands open.
    [Fact]
    public void HTML_that_closes_what_was_never_opened_is_read()
    {
        var html =
            $"<p>{string.Concat(Enumerable.Repeat("<b>", 500))}Office{string.Concat(Enumerable.Repeat("</i>", 800_000))} of Cooperation</p>";
        var mail = MailParser.Parse(Encoding.UTF8.GetBytes($"{Head}Content-Type: text/html; charset=utf-8\r\n\r\n{html}"));
        Assert.Equal("Office of Cooperation", mail.Text.Trim());
    }
}
