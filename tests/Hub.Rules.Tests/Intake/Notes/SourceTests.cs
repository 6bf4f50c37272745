using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>The place in the text of each value, and what read it.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("Telephone: +999 1 555 0102", "+999 1 555 0102", "Phones")]
    [InlineData("Its telepho-\nne is +999 1 555 0102.", "+999 1 555 0102", "Phones")]
    [InlineData("E-mail:                                                                   office@justice.example", "office@justice.example", "Addresses")]
    [InlineData("Office hours: Monday to\nFriday, 8:30-16:30", "Monday to\nFriday, 8:30-16:30", "Hours")]
    public void A_value_has_the_place_of_its_words_in_the_text_as_it_came(string text, string words, string rule)
    {
        text = $"The Criminal Cases Office has new particulars.\n\n{text}";
        var proposal = Noted.Read(text, Noted.Authority())!.Proposals.First(p => p.Rule == rule);
        Assert.Equal(words, text[proposal.Start!.Value..proposal.End!.Value]);
        Assert.Equal(words.Replace('\n', ' '), proposal.Words);
    }

    [Fact]
    public void A_character_stands_where_it_came_from() => Prop.ForAll(
        Gen.Choose(0, 6).ListOf().Select(pieces => string.Concat(pieces.Select(Piece))).ToArbitrary(),
        text =>
        {
            var joined = JoinedText.Of(text);
            return joined.Text.Index().All(c => text[joined.Before(new(c.Index, 1)).Start] == c.Item)
                && Regex.Replace(joined.Text, @"[\s\u00AD-]", "") == Regex.Replace(text, @"[\s\u00AD-]", "");
        }).Check(Config.QuickThrowOnFailure);

    private static string Piece(int number) => number switch
    {
        0 => "word",
        1 => "-\n   ",
        2 => new string(' ', 39),
        3 => "\u00AD\n",
        4 => "\n",
        5 => "-",
        _ => "É",
    };
}
