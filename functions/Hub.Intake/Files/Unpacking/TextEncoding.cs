using System.Buffers;
using System.Text;

namespace Hub.Intake.Files.Unpacking;

/// <summary>Finds out how a text is encoded, and reads it.</summary>
public static class TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Bytes that occur in no text, whatever its encoding, unless it is UTF-16.</summary>
    internal static SearchValues<byte> NoText { get; } =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13)).Select(b => (byte)b), 127]);

    /// <summary>Whether it begins with a byte order mark of UTF-16.</summary>
    internal static bool HasMark(ReadOnlySpan<byte> head) =>
        head is [0xFF, 0xFE, _, _, ..] or [0xFE, 0xFF, _, _, ..] && head.Length % 2 == 0;

    /// <summary>Whether the whole of a file is text.</summary>
    internal static bool IsText(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var encoding = Marked(buffer.AsSpan(0, content.ReadAtLeast(buffer, 4, throwOnEndOfStream: false)));
        content.Position = 0;
        while (content.Read(buffer) is > 0 and var read)
        {
            var bytes = buffer.AsSpan(0, read);
            if (encoding is null ? bytes.ContainsAny(NoText) : encoding.GetString(bytes[..(read & ~1)]).AsSpan().ContainsAny(Controls))
                return false;
        }
        return true;
    }

    private static readonly SearchValues<char> Controls =
        SearchValues.Create(
            [.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13)).Select(b => (char)b), '\u007F', '\uFFFD']);

    /// <summary>
    /// A text in characters: by its mark, as UTF-8 where it is that, else by the single-byte alphabet that makes words of it.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
            return marked.GetString(bytes[2..(bytes.Length & ~1)]);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        return TryUtf8(bytes[start..]) ?? LegacyEncoding.Decode(bytes);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    // A sample may end within a character.
    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            try
            {
                return StrictUtf8.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException)
            {
                continue;
            }
        }
        return null;
    }
}
