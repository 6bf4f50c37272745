using System.Buffers;
using System.Globalization;
using System.Text;
using Hub.Register.Text;
using PhoneNumbers;

namespace Hub.Register.Contacts;

/// <summary>A telephone number as it was understood.</summary>
/// <param name="Number">E.164: + and up to 15 digits.</param>
/// <param name="Extension">The digits of its extension.</param>
/// <param name="IsInterpreted">Whether more was understood than signs between digits: its sender is told.</param>
public sealed record TelephoneNumber(string Number, string? Extension, bool IsInterpreted)
{
    /// <summary>As RFC 3966 writes it behind <c>tel:</c>.</summary>
    public override string ToString() => Extension is null ? Number : $"{Number};ext={Extension}";
}

/// <summary>
/// Reads telephone numbers as people write them, whatever way they come by. What is not one whole number, with its country, is asked:
/// guessing would make somebody ring a stranger. Which numbers there can be, the numbering plans in libphonenumber say.
/// </summary>
public static class TelephoneNumbers
{
    /// <summary>No number written by hand is longer.</summary>
    public const int Longest = 80;
    private static readonly SearchValues<char> Raised = SearchValues.Create("⁰¹²³⁴⁵⁶⁷⁸⁹");

    private const int Fewest = 7;
    private const int Most = 15;

    // Of fictional States: no plan has it (E.164 keeps it in reserve).
    private const string FictionalCountry = "999";

    private static readonly SearchValues<char> BeforeWord = SearchValues.Create(" ,;(.0123456789");

    private static readonly HashSet<string> ExtensionWords =
    [
        "ext", "extn", "extension", "extensao", "x", "#", "poste", "int", "interno", "interne", "internal", "anexo", "ramal", "local",
        "доб", "добавочныи", "вн", "внутр", "تحويلة", "داخلي", "分机", "转",
    ];

    /// <summary>The number that a text is; null where it is none, or more than one.</summary>
    public static TelephoneNumber? Read(string text)
    {
        // A raised digit marks a footnote, and is none of the number.
        if (text.Length > Longest || text.AsSpan().ContainsAny(Raised))
            return null;
        var (number, extension, inWords) = Split(Plain(text));
        return Digits(number) is var (digits, isInterpreted) && E164(digits) is { } read
            ? new(read, extension, inWords || isInterpreted || read != $"+{digits}")
            : null;
    }

    /// <summary>All digits of a text, whichever script they are in.</summary>
    public static string DigitsOf(string text) => string.Concat(Plain(text).Where(char.IsAsciiDigit));

    /// <summary>A number as people write and dial it, its parts apart as its country has them; as it is where no plan has it.</summary>
    public static string Shown(string number)
    {
        try
        {
            var plans = PhoneNumberUtil.GetInstance();
            var parsed = plans.Parse(number, null);
            return plans.IsPossibleNumber(parsed) ? plans.Format(parsed, PhoneNumberFormat.INTERNATIONAL) : number;
        }
        catch (NumberParseException)
        {
            return number;
        }
    }

    /// <summary>A text with its digits as ASCII has them, whichever script they are in, and without marks that nobody sees.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in SafeText.Simplified(text).EnumerateRunes())
            if (!SafeText.IsMark(rune))
                plain.Append(Plain(rune));
        return plain.ToString().ToLowerInvariant().Trim();
    }

    private static string Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => $"{(int)Rune.GetNumericValue(rune)}",
        UnicodeCategory.DashPunctuation => "-",
        UnicodeCategory.Format => "",
        _ => rune.Value == '\u2212' ? "-" : Rune.IsWhiteSpace(rune) ? " " : rune.ToString(),
    };

    private static (string Number, string? Extension, bool InWords) Split(string text)
    {
        var number = text.StartsWith("tel:", StringComparison.Ordinal) ? text[4..].TrimStart() : text;
        if (
            number.IndexOf(";ext=", StringComparison.Ordinal) is > 0 and var at
            && at + 5 < number.Length
            && number[(at + 5)..].All(char.IsAsciiDigit))
            return (number[..at], number[(at + 5)..], false);
        var end = number.TrimEnd(' ', ')', '.');
        var before = end.TrimEnd([.. "0123456789"]);
        var words = before.TrimEnd(' ', '.', ':', '=');
        var word = words[(words.AsSpan().LastIndexOfAny(BeforeWord) + 1)..];
        return ExtensionWords.Contains(word) && before.Length < end.Length
            ? (words[..^word.Length].TrimEnd(' ', ',', ';', '('), end[before.Length..], true)
            : (number, null, false);
    }

    // In some countries the zero in brackets is one that is dialled within the country only; in others it belongs to the number, and
    // leaving it out would ring nobody, or a stranger.
    private static bool IsTrunkZero(string written)
    {
        var country = string.Concat(written[..written.IndexOf("(0)", StringComparison.Ordinal)].Where(char.IsAsciiDigit)).TrimStart('0');
        var plans = PhoneNumberUtil.GetInstance();
        return country == FictionalCountry || (country.Length is > 0 and <= 3
            && plans.GetNddPrefixForRegion(
                plans.GetRegionCodeForCountryCode(int.Parse(country, CultureInfo.InvariantCulture)), true) == "0");
    }

    // The digits behind the plus sign, or behind 00, which stands for it in most countries.
    private static (string Digits, bool IsInterpreted)? Digits(string number)
    {
        var hasZero = number.Contains("(0)", StringComparison.Ordinal);
        if (hasZero && !IsTrunkZero(number))
            return null;
        var written = hasZero ? number.Replace("(0)", "", StringComparison.Ordinal) : number;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        var start = written.TrimStart('(', ' ');
        if (written.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '.' or '(' or ')' or '+' or '/')) || JoinsTwo(written))
            return null;
        if (start.StartsWith('+') && written.Count(c => c == '+') == 1)
            return (digits, written.Length < number.Length);
        return start.StartsWith("00", StringComparison.Ordinal) && !written.Contains('+', StringComparison.Ordinal)
            ? (digits[2..], true)
            : null;
    }

    // A stroke stands between area and number in some countries, and before another number's last digits in all.
    private static bool JoinsTwo(string written) => written.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at
        && (written[..at].Count(char.IsAsciiDigit) > Fewest || written[at..].Count(char.IsAsciiDigit) < 5
            || written.LastIndexOf('/') != at);

    private static string? E164(string digits)
    {
        if (digits.Length is < Fewest or > Most || digits[0] == '0')
            return null;
        if (digits.StartsWith(FictionalCountry, StringComparison.Ordinal))
            return $"+{digits}";
        try
        {
            var plans = PhoneNumberUtil.GetInstance();
            var number = plans.Parse($"+{digits}", null);
            return plans.IsPossibleNumber(number) ? plans.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
