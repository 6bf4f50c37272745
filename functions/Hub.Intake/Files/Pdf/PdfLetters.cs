using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;
using UglyToad.PdfPig.Tokens;

namespace Hub.Intake.Files.Pdf;

/// <summary>
/// How much the tables of letters in a PDF stand for (ISO 32000-1 §9.10.3): a range takes twenty bytes, and may mean millions of letters.
/// </summary>
internal sealed class PdfLetters(PdfObjects objects)
{
    private const long Most = 16L * 1024 * 1024;
    private const int CostOfEntry = 16;
    private readonly HashSet<StreamToken> _seen = new(ReferenceEqualityComparer.Instance);
    private long _total;

    /// <summary>Throws where a font's table is too large.</summary>
    public void Check(DictionaryToken font)
    {
        foreach (var key in new[] { "ToUnicode", "Encoding" })
            if (objects.Find(font, key) is StreamToken table && _seen.Add(table))
                Count(objects.Unpacked(table).Span);
    }

    // In a bfrange, three codes in a row are a first, a last, and what the first stands for.
    private void Count(ReadOnlySpan<byte> table)
    {
        Span<long> codes = stackalloc long[2];
        var (count, inRanges) = (0, false);
        for (var at = 0; at < table.Length; at++)
        {
            if (table[at] == '<' && inRanges)
            {
                var length = Math.Max(0, table[at..].IndexOf((byte)'>'));
                if (count == codes.Length)
                    Spend(codes[1] - codes[0] + 1, length / 4);
                else
                    codes[count] = Value(table.Slice(at + 1, Math.Max(0, length - 1)));
                count = (count + 1) % 3;
                at += length;
            }
            else if (table[at] == '[')
            {
                // Each letter of a range by itself stands for no more than is written.
                at += Math.Max(0, table[at..].IndexOf((byte)']'));
                count = 0;
            }
            else if (table[at] is (byte)'b' or (byte)'e')
                inRanges = table[at..].StartsWith("beginbfrange"u8) || (inRanges && !table[at..].StartsWith("endbfrange"u8));
        }
    }

    private void Spend(long entries, int letters)
    {
        if (entries > 0 && (_total += entries * (letters + CostOfEntry)) > Most)
            throw new RefusedFileException(ProblemCode.F15);
    }

    private static long Value(ReadOnlySpan<byte> hex)
    {
        long value = 0;
        foreach (var digit in hex[..Math.Min(hex.Length, 8)])
            if (char.IsAsciiHexDigit((char)digit))
                value = (value * 16) + Convert.ToInt32(((char)digit).ToString(), 16);
        return value;
    }
}
