using System.Buffers;

namespace Hub.Intake.Files.Unpacking;

/// <summary>Reading pieces of a file.</summary>
internal static class Bytes
{
    /// <summary>Bytes read at a time.</summary>
    public const int Piece = 64 * 1024;

    /// <summary>All of them; those of a file in memory as they lie there.</summary>
    public static ReadOnlyMemory<byte> Of(Stream content)
    {
        content.Position = 0;
        if (content is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return buffer;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The first bytes, fewer where there are fewer.</summary>
    public static byte[] Head(Stream content, int length) => At(content, 0, length);

    /// <summary>The last bytes.</summary>
    public static byte[] Tail(Stream content, int length) => At(content, Math.Max(0, content.Length - length), length);

    /// <summary>Bytes from a place on, fewer where the file ends.</summary>
    public static byte[] At(Stream content, long position, int length)
    {
        if (position >= content.Length)
            return [];
        content.Position = position;
        var bytes = new byte[(int)Math.Max(0, Math.Min(length, content.Length - position))];
        return bytes[..content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Whether a text occurs anywhere, ASCII letters in either case.</summary>
    public static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> lowerCase)
    {
        for (var i = 0; i + lowerCase.Length <= bytes.Length; i++)
        {
            var at = 0;
            while (at < lowerCase.Length && Lower(bytes[i + at]) == lowerCase[at])
                at++;
            if (at == lowerCase.Length)
                return true;
        }
        return false;
    }

    /// <summary>Whether bytes occur anywhere in a file, from a position on.</summary>
    public static bool Occurs(Stream content, ReadOnlySpan<byte> wanted, long from = 0)
    {
        content.Position = from;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece + wanted.Length);
        try
        {
            var kept = 0;
            while (content.Read(buffer, kept, Piece) is > 0 and var read)
            {
                var all = buffer.AsSpan(0, kept + read);
                if (all.IndexOf(wanted) >= 0)
                    return true;
                // What lies across two pieces is found with the next.
                kept = Math.Min(wanted.Length - 1, all.Length);
                all[^kept..].CopyTo(buffer);
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b;
}
