using FsCheck;
using FsCheck.Fluent;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class PdfLayoutTests
{
    private static readonly string Elsewhere = new Labels(Language.English).Say("Edition.OtherScript", "directory.en.html").ToText(false);

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Elements("Office", "of", "École", "e\u0301cole", "Бюро", "Γραφείο", "վարչություն", "–", "№", "½", "\u00AD",
            "a\u0303\u0323b", "1\u202F000", "İstanbul"),
        Gen.Elements("وزارة", "משרד", "司法部", "न्याय", "ยุติธรรม", "ලංකා", "😀", "\u202E", "\u200B", "\u0000", "\u2028"),
        Gen.Choose(1, 400).Select(n => $"https://justice.example/{new string('x', n)}"));

    private static readonly Gen<string> Text = Gen.ListOf(Word).Select(words => string.Join(' ', words)).Where(t => t.Trim().Length > 0);

    [Fact]
    public void Whatever_States_write_stays_between_the_margins_and_gives_the_same_bytes() => Prop.ForAll(
        Gen.NonEmptyListOf(Gen.Zip(Text, Text)).ToArbitrary(),
        texts =>
        {
            var edition = Of(texts.Take(8).Select((t, n) => Office($"r{n}", t.Item1, t.Item2)));
            var bytes = Print(edition);
            Assert.Equal(bytes, Print(edition));
            var pdf = PrintedText.Of(bytes);
            Assert.All(pdf.Lines, l => Assert.InRange(l.Right, 51, 595 - 51 + 0.5));
            Assert.All(pdf.Lines.Where(l => l.Size != PrintedText.Running), l => Assert.InRange(l.Bottom, 54, 842 - 60));
            Assert.DoesNotContain(pdf.Body, c => c is '\uFFFD' or (> '\u0900' and < '\u1000') || char.IsSurrogate(c));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [InlineData("司法部 (zh)", null)]
    [InlineData("Ministry of Justice, กระทรวง, Port Arven", "Ministry of Justice, {0} Port Arven")]
    [InlineData("外務省(MOFA) Tokyo", null)]
    [InlineData("부처(MOFA) Seoul", "{0} Seoul")]
    [InlineData("+٩٦٦ 15", null)]
    [InlineData("कार्यालय", "{0}")]
    [InlineData("สำนักงาน", "{0}")]
    [InlineData("e\u0301cole", "école")]
    [InlineData("Œuvre d’Ősz – İstanbul, Łódź, Đà Nẵng, Ελλάδα, България, Հայաստան, საქართველო", null)]
    public void What_is_in_another_script_is_told_in_words(string given, string? printed)
    {
        var pdf = PrintedText.Of(Print(Of([Office("r1", "Office", given)])));
        Assert.Contains(PrintedText.Flat(string.Format(null, printed ?? given, Elsewhere)), pdf.Body, StringComparison.Ordinal);
        Assert.Equal(printed?.Contains("{0}") == true, pdf.Body.Contains(PrintedText.Flat(Elsewhere), StringComparison.Ordinal));
    }

    [Fact]
    public void No_heading_stands_alone_at_the_foot_of_a_page()
    {
        var pdf = PrintedText.Of(Print(Of(Offices)));
        Assert.True(pdf.Pages > 10);
        var last = pdf.Lines.Where(l => l.Page > 1 && l.Size != PrintedText.Running).GroupBy(l => l.Page)
            .Select(p => p.MinBy(l => l.Bottom)!);
        Assert.All(last, l => Assert.True(l.Size < PrintedText.Subheading, $"{l}"));
        Assert.Equal(80, pdf.InSize(PrintedText.Subheading).Where(h => h.StartsWith("Office", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void A_table_that_goes_on_says_its_head_again_and_a_long_value_goes_on_too()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3000).Select(n => $"word{n}"));
        var (before, after) = (Of([Office("r1", "Office", "short")]), Of([Office("r1", "Office", text)]));
        var changes = EditionChanges.Between(before, after);
        var pdf = PrintedText.Of(EditionPdf.Changes(new(after with { Previous = before.Id }, changes), new(Language.English)));
        Assert.Contains(PrintedText.Flat(text), pdf.Body.Replace("FieldBeforeNow", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(pdf.Pages > 2);
        Assert.Equal(Enumerable.Range(1, pdf.Pages), pdf.Lines.Where(l => l.Text == "Field").Select(l => l.Page));
    }

    [Theory]
    [InlineData("one two three", 40, "one two", "three")]
    [InlineData("see https://justice.example/requests/incoming now", 100, "see", "https://justice.example/", "requests/incoming now")]
    [InlineData("", 60, "")]
    [InlineData("中华人民共和国司法部，国际合作局", 60, "中华人民共和国", "司法部，国际合", "作局")]
    [InlineData("中华人民共和（国）司法部，局", 60, "中华人民共和", "（国）司法部，", "局")]
    [InlineData("1\u00A0000 euros", 40, "1\u00A0000", "euros")]
    public void A_line_ends_between_words_or_where_a_long_word_may_be_broken(string text, double width, params string[] lines)
    {
        lock (PdfFonts.Gate)
        {
            var broken = PdfText.Lines(text, PdfStyle.Text, width, isRightToLeft: false).Select(l => l.Text).ToList();
            Assert.Equal(lines, broken);
            Assert.All(broken, l => Assert.True(PdfText.Width(l, PdfStyle.Text) <= width));
        }
    }

    private static IEnumerable<Authority> Offices =>
        Enumerable.Range(0, 80).Select(n => Office($"r{n}", $"Office {n}", new string('x', n * 7)));

    private static ReadOnlyMemory<byte> Print(Edition edition) =>
        EditionPdf.Directory(new(edition, EditionChanges.Between(null, edition)), new(Language.English));

    // One State is enough here, of the many that the sample has.
    private static Edition Of(IEnumerable<Authority> authorities) =>
        EditionSample.Of(EditionSample.Register([.. authorities]), new(2026, 1)) is var all
            ? all with { States = [.. all.States.Where(s => s.Authorities.Count > 0)] }
            : null!;

    private static Authority Office(string id, string name, string comments) => EditionSample.Office(id, "XAA", name) is var a
        ? a with { Restricted = a.Restricted with { Comments = comments } }
        : null!;
}
