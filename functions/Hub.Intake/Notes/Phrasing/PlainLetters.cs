using Hub.Register.Text;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>
/// Latin letters without their accents, apostrophes, dashes and blanks of one kind each: character by character, so that places stay the
/// same. Who writes in capitals or on another keyboard leaves accents out.
/// </summary>
internal static class PlainLetters
{
    private const int First = 0xC0;
    private static readonly char[] Letters = [.. Enumerable.Range(First, 0x250 - First).Select(c => Unaccented((char)c))];

    /// <summary>The text so.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = Of(from[i]);
    });

    private static char Of(char c) => c switch
    {
        < (char)0xA0 => c,
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' => ' ',
        '’' or '‘' or '´' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        >= (char)First and < (char)0x250 => Letters[c - First],
        _ => c,
    };

    private static char Unaccented(char c) =>
        SafeText.Decomposed(c.ToString()) is [var letter, ..] && char.IsAsciiLetter(letter) ? letter : c;
}
