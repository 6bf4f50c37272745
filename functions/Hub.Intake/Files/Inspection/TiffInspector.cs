using System.Buffers.Binary;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>Walks through the directories of a TIFF (TIFF 6.0 §2), one for each page.</summary>
internal static class TiffInspector
{
    private const int MostPages = 2000;
    private const int Width = 256;
    private const int Height = 257;

    /// <summary>Throws where the file must not be taken.</summary>
    public static void Check(Stream content)
    {
        var header = Bytes.Head(content, 8);
        var little = header[0] == 'I';
        if (header.Length < 8)
            throw new RefusedFileException(ProblemCode.F18);
        var seen = new HashSet<long>();
        for (long at = U32(header.AsSpan(4), little); at != 0;)
        {
            if (!seen.Add(at) || seen.Count > MostPages)
                throw new RefusedFileException(ProblemCode.F18);
            at = Page(content, at, little);
        }
        if (seen.Count == 0)
            throw new RefusedFileException(ProblemCode.F18);
    }

    // Where the next one is; 0 for none.
    private static long Page(Stream content, long at, bool little)
    {
        var count = U16(Whole(content, at, 2), little);
        var entries = Whole(content, at + 2, (count * 12) + 4);
        long width = 0, height = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = entries.AsSpan(i * 12, 12);
            (width, height) = U16(entry, little) switch
            {
                Width => (Value(entry, little), height),
                Height => (width, Value(entry, little)),
                _ => (width, height),
            };
        }
        Pictures.CheckSize(width, height);
        return U32(entries.AsSpan(count * 12), little);
    }

    private static byte[] Whole(Stream content, long at, int length) =>
        Bytes.At(content, at, length) is { } bytes && bytes.Length == length ? bytes : throw new RefusedFileException(ProblemCode.F18);

    private static long Value(ReadOnlySpan<byte> entry, bool little) =>
        U16(entry[2..], little) == 3 ? U16(entry[8..], little) : U32(entry[8..], little);

    private static ushort U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
