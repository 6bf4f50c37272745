namespace Hub.Intake.Mails.Parsing;

/// <summary>
/// Cuts headers that are longer than any mail needs, before they are parsed: the library goes through some of
/// them once for each of their words.
/// </summary>
internal static class LongHeaders
{
    /// <summary>Bytes of a header at most, folded lines included.</summary>
    public const int Longest = 16 * 1024;

    private const int LongestName = 100;

    /// <summary>The mail with its headers cut, those of mails within it too; the same bytes where none is too long.</summary>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> mime) => HasLong(mime.Span) ? Cut(mime.Span) : mime;

    private static bool HasLong(ReadOnlySpan<byte> mime)
    {
        for (var (run, isHeader) = (0, false); mime.Length > 0;)
        {
            var line = mime.IndexOf((byte)'\n') is >= 0 and var end ? mime[..(end + 1)] : mime;
            mime = mime[line.Length..];
            if (line[0] is not ((byte)' ' or (byte)'\t'))
                (run, isHeader) = (0, BeginsHeader(line));
            run += line.Length;
            if (isHeader && run > Longest)
                return true;
        }
        return false;
    }

    private static byte[] Cut(ReadOnlySpan<byte> mime)
    {
        var kept = new byte[mime.Length];
        var (length, run, isHeader) = (0, 0, false);
        while (mime.Length > 0)
        {
            var line = mime.IndexOf((byte)'\n') is >= 0 and var end ? mime[..(end + 1)] : mime;
            mime = mime[line.Length..];
            if (line[0] is not ((byte)' ' or (byte)'\t'))
                (run, isHeader) = (0, BeginsHeader(line));
            run += line.Length;
            if (!isHeader || run <= Longest)
            {
                line.CopyTo(kept.AsSpan(length));
                length += line.Length;
            }
            else if (run == line.Length)
                length = Add(kept, length, line[..Longest]);
        }
        return length == kept.Length ? kept : kept[..length];
    }

    private static int Add(byte[] kept, int length, ReadOnlySpan<byte> line)
    {
        line.CopyTo(kept.AsSpan(length));
        "\r\n"u8.CopyTo(kept.AsSpan(length + line.Length));
        return length + line.Length + 2;
    }

    // RFC 5322 §3.6.8: printable ASCII, then a colon.
    private static bool BeginsHeader(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd((byte)' ').IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }
}
