using System.Globalization;

namespace Hub.Core.Documents;

/// <summary>Rules for the names that senders give to files.</summary>
public static class FileName
{
    private const int Longest = 200;
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>Whether a name is one: no path, no control character, nothing that shows it other than it is.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= Longest && name.Trim() == name && name.Trim('.') == name && !IsDevice(name) && name.All(IsPlain)
        && IsWhole(name);

    /// <summary>A name to save a file under: the sender's, with the ending of what the file is.</summary>
    public static string ToSave(string name, DocumentKind kind)
    {
        var plain = string.Concat(name.Select(c => IsPlain(c) ? c : '_')).Trim('.', ' ');
        var ends = plain.EndsWith(kind.Extension(), StringComparison.OrdinalIgnoreCase)
            || (kind == DocumentKind.Jpeg && plain.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            || (kind == DocumentKind.Tiff && plain.EndsWith(".tiff", StringComparison.OrdinalIgnoreCase));
        return ends ? plain : $"{(plain.Length == 0 ? "document" : plain)}{kind.Extension()}";
    }

    // Format characters turn a name round or hide a part of it: "note\u202Efdp.exe" shows as "noteexe.pdf".
    private static bool IsPlain(char c) => c is not ('/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

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
}
