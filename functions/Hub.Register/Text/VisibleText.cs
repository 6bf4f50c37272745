using System.Text;

namespace Hub.Register.Text;

/// <summary>Whether a text says anything: blanks, marks and signs alone do not, nor do letters of Korean that show nothing.</summary>
public static class VisibleText
{
    /// <summary>Whether there is a letter or a digit in it that can be seen.</summary>
    public static bool Is(string? text) =>
        text?.EnumerateRunes().Any(r => Rune.IsLetterOrDigit(r) && r.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0)) == true;
}
