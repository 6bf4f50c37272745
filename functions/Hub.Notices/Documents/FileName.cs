using System.Globalization;

namespace Hub.Notices.Documents;

/// <summary>Rules for the names that senders give to files.</summary>
public static class FileName
{
    private const int Longest = 200;
    private const char NonJoiner = '\u200C', Joiner = '\u200D', LeftToRight = '\u200E', RightToLeft = '\u200F';
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>Whether a name is one: no path, no control character, nothing that shows it other than it is.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= Longest
        && name.Trim() == name
        && name.Trim('.') == name
        && !IsDevice(name)
        && !IsDrive(name)
        && name.All(IsPlain)
        && IsWhole(name);

    /// <summary>Whether a name ends as those of documents do that are no plain text.</summary>
    public static bool SaysDocument(string name) => Enum.GetValues<DocumentKind>()
        .Where(k => k is not (DocumentKind.Txt or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml)).Any(k => EndsAs(name, k));

    /// <summary>A name to save a file under: the sender's, with the ending of what the file is.</summary>
    public static string ToSave(string name, DocumentKind kind)
    {
        var plain = string.Concat(name.Select(c => IsPlain(c) && c != ':' ? c : '_')).Trim('.', ' ');
        if (plain.Length == 0 || IsDevice(plain))
            plain = $"document{plain}";
        return plain.Length <= Longest && EndsAs(plain, kind)
            ? plain
            : $"{Cut(plain, Longest - kind.Extension().Length)}{kind.Extension()}";
    }

    private static bool EndsAs(string name, DocumentKind kind) => name.EndsWith(kind.Extension(), StringComparison.OrdinalIgnoreCase)
        || (kind == DocumentKind.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
        || (kind == DocumentKind.Tiff && name.EndsWith(".tiff", StringComparison.OrdinalIgnoreCase));

    private static string Cut(string name, int most) =>
        name.Length <= most ? name : name[..(char.IsHighSurrogate(name[most - 1]) ? most - 1 : most)].TrimEnd('.', ' ');

    // Format characters turn a name round or hide a part of it: "note\u202Efdp.exe" shows as "noteexe.pdf". Those that join letters or tell
    // the direction of a sign belong to the writing of names in Arabic and Persian; a colon to subjects of mails that became names.
    private static bool IsPlain(char c) =>
        c is Joiner or NonJoiner or LeftToRight or RightToLeft
        || (
            c is not ('/' or '\\' or '*' or '?' or '"' or '<' or '>' or '|')
            && CharUnicodeInfo.GetUnicodeCategory(c)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned));

    private static bool IsDrive(string name) => name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':';

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem) || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && Devices.Contains(stem[..3]));
    }

    // Half a surrogate pair is no character.
    private static bool IsWhole(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return false;
        }
        return true;
    }

    /// <summary>A name as answers quote it: without what would hide or turn it.</summary>
    public static string Shown(string name)
    {
        var shown = string.Concat(name.Take(80).Where(c => !char.IsControl(c)
            && char.GetUnicodeCategory(c) is not UnicodeCategory.Format && !char.IsSurrogate(c)));
        return string.IsNullOrWhiteSpace(shown) ? "?" : shown;
    }
}
