using System.Text;
using System.Text.RegularExpressions;
using Hub.Intake.Files.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Text;
using MimeKit;

namespace Hub.Intake.Mails.Parsing;

/// <summary>Texts of mails: their character sets, and what in them is not to be seen.</summary>
internal static partial class MailText
{
    private const double LeastInCommon = 0.6;

    // What mail programs write without looking.
    private static readonly string[] Vague =
        ["", "us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "windows-1252", "utf-7", "unknown-8bit"];

    static MailText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes by the set that is said, where the bytes bear it out, else by what makes words of them.</summary>
    public static string Decode(byte[] bytes, string? charset, HashSet<MailDefect> defects)
    {
        var said = ProtocolName.Lower(charset ?? "");
        if (!Vague.Contains(said) && Find(said) is { } encoding && Strict(encoding, bytes) is { } text)
            return text;
        var found = TextEncoding.Decode(bytes);
        if (said.Length > 0 && (Find(said) is not { } vague || found != Strict(vague, bytes)))
            defects.Add(MailDefect.WrongCharset);
        return found;
    }

    /// <summary>Without what is not to be seen, in its usual form.</summary>
    public static string Clean(string text, HashSet<MailDefect> defects)
    {
        if (TurnedText.IsIn(text))
            defects.Add(MailDefect.UnsureText);
        var seen = Hidden().Replace(text, "");
        if (seen.Length != text.Length)
            defects.Add(MailDefect.HiddenCharacters);
        return SafeText.Composed(SeenText.Of(seen.ReplaceLineEndings("\n").Replace('\u00A0', ' ')));
    }

    /// <summary>A header's value on one line, whatever was smuggled into it.</summary>
    public static string OneLine(string text) => SafeText.Composed(Breaks().Replace(text, " ").Trim());

    /// <summary>Whether most words of two texts are the same.</summary>
    public static bool SaysTheSame(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        var common = first.Count(second.Contains);
        return common >= LeastInCommon * Math.Max(first.Count, second.Count);
    }

    /// <summary>The usual ending of a file's name.</summary>
    public static string Ending(ContentType type) => MimeTypes.TryGetExtension(type.MimeType, out var extension) ? extension : "";

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToUpperInvariant()).Take(20_000)];

    private static Encoding? Find(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Strict(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[\p{C}\s]+")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[\p{L}\p{N}]{2,}")]
    private static partial Regex Word();
}
