using System.Globalization;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>What a character is to the order of a line: the classes of Unicode Standard Annex 9 that editions have.</summary>
internal enum BidiClass
{
    /// <summary>Read from left to right (L).</summary>
    Left,

    /// <summary>Read from right to left (R).</summary>
    Right,

    /// <summary>An Arabic letter (AL).</summary>
    Arabic,

    /// <summary>A digit (EN).</summary>
    Number,

    /// <summary>A sign between or before digits: plus, minus (ES).</summary>
    Separator,

    /// <summary>A sign that goes with a number: percent, currencies (ET).</summary>
    Terminator,

    /// <summary>An Arabic-Indic digit (AN).</summary>
    ArabicNumber,

    /// <summary>A comma, full stop, colon or stroke (CS).</summary>
    Common,

    /// <summary>A mark on the letter before it (NSM).</summary>
    Mark,

    /// <summary>A blank (WS).</summary>
    Space,

    /// <summary>Any other sign (ON).</summary>
    Other,

    /// <summary>What follows has a direction of its own, up to the end of the isolate (FSI).</summary>
    Isolate,

    /// <summary>The end of an isolate (PDI).</summary>
    EndOfIsolate,
}

/// <summary>Tells the class of a character.</summary>
internal static class BidiClasses
{
    private const string Separators = "+-\u207A\u207B\u208A\u208B\u2212";
    private const string Terminators = "#$%¢£¤¥°±\u066A\u2030\u2031\u2032\u2033\u2034\u2213";
    private const string Commons = ",./:\u00A0\u060C\u202F\u2044";
    private const string RaisedNumbers = "²³¹\u2070\u2074\u2075\u2076\u2077\u2078\u2079";

    /// <summary>The class of a character.</summary>
    public static BidiClass Of(char c) => c switch
    {
        '\u2068' => BidiClass.Isolate,
        '\u2069' => BidiClass.EndOfIsolate,
        (>= '0' and <= '9') or (>= '\u06F0' and <= '\u06F9') or (>= '\u2080' and <= '\u2089') => BidiClass.Number,
        (>= '\u0660' and <= '\u0669') or (>= '\u0600' and <= '\u0605') or '\u066B' or '\u066C' or '\u06DD' => BidiClass.ArabicNumber,
        >= '\u20A0' and <= '\u20CF' => BidiClass.Terminator,
        _ when RaisedNumbers.Contains(c, StringComparison.Ordinal) => BidiClass.Number,
        _ when Separators.Contains(c, StringComparison.Ordinal) => BidiClass.Separator,
        _ when Terminators.Contains(c, StringComparison.Ordinal) => BidiClass.Terminator,
        _ when Commons.Contains(c, StringComparison.Ordinal) => BidiClass.Common,
        _ => OfCategory(c, char.GetUnicodeCategory(c)),
    };

    private static BidiClass OfCategory(char c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.Mark,
        UnicodeCategory.SpaceSeparator => BidiClass.Space,
        _ when c is (>= '\u0590' and <= '\u05FF') or (>= '\u07C0' and <= '\u085F') or (>= '\uFB1D' and <= '\uFB4F') => BidiClass.Right,
        _ when c is (>= '\u0600' and <= '\u07BF') or (>= '\u0860' and <= '\u08FF') or (>= '\uFB50' and <= '\uFDFF')
            or (>= '\uFE70' and <= '\uFEFC') => IsSign(category) ? BidiClass.Other : BidiClass.Arabic,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => BidiClass.Left,
        _ => BidiClass.Other,
    };

    // Arabic punctuation is of the letters' class, but for the signs of mathematics and the ornate brackets.
    private static bool IsSign(UnicodeCategory category) =>
        category is UnicodeCategory.MathSymbol or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation;
}
