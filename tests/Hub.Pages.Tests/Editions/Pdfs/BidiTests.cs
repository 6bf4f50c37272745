using FsCheck;
using FsCheck.Fluent;
using Hub.Pages.Editions.Pdf.Letters;

namespace Hub.Pages.Tests.Editions.Pdfs;

/// <summary>In the manner of Unicode Standard Annex 9: capitals stand for letters that are read from right to left.</summary>
public sealed class BidiTests
{
    private const string Hebrew = "אבגדהוזחטיכלמנסעפצקרשת";
    private const string Isolates = "\u2068\u2069";

    private static readonly Gen<string> Text = Gen.ArrayOf(Gen.Elements("abc ABC 123 +-,.:/%()[]<>\u2068\u2069".ToCharArray()))
        .Select(c => new string(c));

    [Theory]
    [InlineData("abc", false, "abc")]
    [InlineData("ABC", true, "CBA")]
    [InlineData("ABC", false, "CBA")]
    [InlineData("car means CAR.", false, "car means RAC.")]
    [InlineData("CAR MEANS car.", true, ".car SNAEM RAC")]
    [InlineData("he said CAR, 123 OK", false, "he said KO 123 ,RAC")]
    [InlineData("ABC 12-34", true, "12-34 CBA")]
    [InlineData("ABC 12, 34", true, "34 ,12 CBA")]
    [InlineData("ABC 12.5%", true, "12.5% CBA")]
    [InlineData("PAGE 3 / 160", true, "160 / 3 EGAP")]
    [InlineData("ABC (abc) DEF", true, "FED (abc) CBA")]
    [InlineData("abc (ABC) def", false, "abc (CBA) def")]
    [InlineData("abc (ABC def) GHI", false, "abc (CBA def) IHG")]
    [InlineData("ABC [abc DEF] ghi", true, "ghi [FED abc] CBA")]
    [InlineData("TEL +221 33 889", true, "889 33 221+ LET")]
    [InlineData("TEL \u2068+221 33 889\u2069", true, "+221 33 889 LET")]
    [InlineData("TEL \u2068+221 33 889\u2069, FAC \u2068+1 2\u2069", true, "+1 2 CAF ,+221 33 889 LET")]
    [InlineData("of \u2068ABC\u2069, 12", false, "of CBA, 12")]
    [InlineData("of ABC, 12", false, "of 12 ,CBA")]
    [InlineData("AT \u2068abc DEF (ghi)\u2069.", true, ".abc FED (ghi) TA")]
    [InlineData("abc ", true, " abc")]
    [InlineData("\u2068abc", true, "abc")]
    [InlineData("A\u2069B", true, "BA")]
    [InlineData("", true, "")]
    public void The_characters_of_a_line_stand_in_the_order_in_which_they_are_read(string said, bool isRightToLeft, string seen) =>
        Assert.Equal(seen, Seen(said, isRightToLeft));

    [Theory]
    [InlineData("مادة 12", true, "12 ةدام")]
    [InlineData("مادة ١٢-٣", true, "٣-١٢ ةدام")]
    [InlineData("مادة 12-3", true, "3-12 ةدام")]
    [InlineData("م\u0651د x", true, "x د\u0651م")]
    public void Digits_after_Arabic_letters_are_Arabic_numbers_and_marks_stay_with_their_letters(
        string said, bool isRightToLeft, string seen) => Assert.Equal(seen, Order(said, isRightToLeft));

    [Fact]
    public void Every_character_stands_somewhere_once() => Prop.ForAll(
        Text.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(),
        (text, isRightToLeft) => Assert.Equal(
            Without(text).Select(Either).Order(), Seen(text, isRightToLeft).Select(Either).Order()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_stands_in_an_isolate_is_not_moved_by_what_stands_around_it() => Prop.ForAll(
        Text.ToArbitrary(), Text.ToArbitrary(),
        (around, inside) =>
        {
            var (alone, own) = (Without(inside), Without(around));
            var isRightToLeft = alone.FirstOrDefault(char.IsLetter) is >= 'A' and <= 'Z';
            Assert.Contains(Seen(alone.Trim(), isRightToLeft), Seen($"{own}\u2068{alone.Trim()}\u2069{own}", true), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    private static char Either(char bracket) => (char)Math.Min(bracket, RightToLeft.Mirror(bracket));

    private static string Without(string text) => string.Concat(text.Where(c => !Isolates.Contains(c)));

    private static string Seen(string said, bool isRightToLeft) => string.Concat(
        Order(string.Concat(said.Select(c => c is >= 'A' and <= 'Z' ? Hebrew[c - 'A'] : c)), isRightToLeft)
            .Select(c => Hebrew.IndexOf(c) is >= 0 and var at ? (char)('A' + at) : c));

    // Brackets mirrored, isolates gone, and what is read from right to left turned round.
    private static string Order(string said, bool isRightToLeft)
    {
        var levels = Bidi.Levels(said, isRightToLeft);
        return string.Concat(Bidi.Order(said, levels, isRightToLeft).Select(r =>
        {
            var run = said.Substring(r.Start, r.Length);
            return r.IsRightToLeft ? string.Concat(run.Reverse().Select(RightToLeft.Mirror)) : run;
        }).SelectMany(t => t).Where(c => !RightToLeft.IsIsolate(c)));
    }
}
