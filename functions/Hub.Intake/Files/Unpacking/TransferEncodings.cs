using System.Buffers;
using System.Buffers.Text;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Unpacking;

/// <summary>
/// What a part of a mail is once its transfer encoding is undone (RFC 2045 §6), as programs of different strictness do it.
/// </summary>
internal static class TransferEncodings
{
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);

    /// <summary>The readings of a body: one where all programs agree.</summary>
    public static IReadOnlyList<byte[]> Readings(string encoding, ReadOnlyMemory<byte> body) => encoding switch
    {
        "BASE64" => Base64Readings(body.Span),
        "QUOTED-PRINTABLE" => [QuotedPrintable(body.Span)],
        _ => [body.ToArray()],
    };

    // Lists add their own lines behind a text. Some programs stop there, others pass over what does not belong.
    private static List<byte[]> Base64Readings(ReadOnlySpan<byte> body)
    {
        var (packed, length, strict) = (new byte[body.Length], 0, -1);
        foreach (var b in body)
        {
            if (b == '=')
                break;
            if (IsBase64(b))
                packed[length++] = b;
            else if (strict < 0 && !Blank.Contains(b))
                strict = length;
        }
        if (length == 0)
            return body.ContainsAnyExcept(Blank) ? throw new RefusedFileException(ProblemCode.F18) : [];
        return strict > 0 && strict < length ? [Unpacked(packed.AsSpan(0, strict)), Unpacked(packed.AsSpan(0, length))]
            : [Unpacked(packed.AsSpan(0, length))];
    }

    // Up to the last whole group: the padding was left out above.
    private static byte[] Unpacked(ReadOnlySpan<byte> packed)
    {
        var bytes = new byte[(packed.Length / 4 * 3) + 3];
        var whole = packed.Length & ~3;
        Base64.DecodeFromUtf8(packed[..whole], bytes, out _, out var length);
        if (packed.Length - whole < 2)
            return bytes[..length];
        Span<byte> last = [(byte)'A', (byte)'A', (byte)'A', (byte)'A'];
        packed[whole..].CopyTo(last);
        Base64.DecodeFromUtf8(last, bytes.AsSpan(length), out _, out _);
        return bytes[..(length + packed.Length - whole - 1)];
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var (bytes, length) = (new byte[body.Length], 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
                bytes[length++] = body[i];
            else if (i + 2 < body.Length && Hex(body[i + 1]) >= 0 && Hex(body[i + 2]) >= 0)
            {
                bytes[length++] = (byte)((Hex(body[i + 1]) * 16) + Hex(body[i + 2]));
                i += 2;
            }
            else
                i += i + 2 < body.Length && body[i + 1] == '\r' ? 2 : 1;
        }
        return bytes[..length];
    }

    private static bool IsBase64(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/';

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
