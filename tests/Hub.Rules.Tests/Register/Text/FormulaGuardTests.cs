using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Text;

namespace Hub.Rules.Tests.Register.Text;

public sealed class FormulaGuardTests
{
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "−", " ", "\u00A0", "\u200B", "'", ";ext="),
            Gen.Elements("1", "9", "cmd|' /C calc'!A0", "SUM(A1)", "Office", "+99915550100"))
        .ListOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("+2+3+cmd|' /C calc'!A0")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("  =1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    [InlineData("+99915550100-1")]
    [InlineData("+99915550100\n=1+1")]
    [InlineData("+99915550100, office")]
    [InlineData("+999 1 555 0100;ext=5;=1")]
    [InlineData("-5")]
    [InlineData("+")]
    public void What_a_spreadsheet_could_take_for_a_formula_has_an_apostrophe_before_it(string text) =>
        Assert.Equal($"'{text}", FormulaGuard.Guarded(text));

    [Theory]
    [InlineData("+999 1 555 0100;ext=5")]
    [InlineData("+99915550100")]
    [InlineData("+4313456789")]
    [InlineData("Office of Legal Cooperation")]
    [InlineData("a=b")]
    [InlineData("12-14 Harbour Road")]
    [InlineData("'quoted'")]
    [InlineData("")]
    [InlineData("中文")]
    public void Anything_else_and_a_whole_telephone_number_stay_as_they_are(string text) => Assert.Equal(text, FormulaGuard.Guarded(text));

    [Fact]
    public void No_guarded_text_begins_as_a_formula_but_a_telephone_number() => Prop.ForAll(Texts, text =>
    {
        var cell = FormulaGuard.Guarded(text);
        var first = cell.TrimStart(' ', '\u00A0', '\u200B', '\n');
        Assert.False(first is ['=' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' or '−', ..], cell);
        Assert.True(first is not ['+', ..] || cell.All(c => char.IsAsciiDigit(c) || "+ ;ext=".Contains(c)), cell);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_guarded_is_read_as_it_was() => Prop.ForAll(Texts, text =>
    {
        if (!text.StartsWith('\''))
            Assert.Equal(text, FormulaGuard.Unguarded(FormulaGuard.Guarded(text)));
    }).QuickCheckThrowOnFailure();
}
