using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Unpacking;

/// <summary>An entry of a ZIP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Start">Where its bytes begin.</param>
/// <param name="Length">How many they are, packed.</param>
internal sealed record ZipItem(string Name, int Method, long Start, long Length);

/// <summary>
/// The entries of a ZIP (APPNOTE 4.3), where every reader must see the same: directory and local headers agree, nothing overlaps, nothing
/// stands before, between or behind. The framework's ZipArchive reads on where these differ, and does not say where entries lie.
/// </summary>
internal static class ZipDirectory
{
    private const int MostItems = 4096;
    private const int EndLength = 22;
    private const int LongestDescriptor = 24;

    /// <summary>The entries; throws where the file is not wholly in order.</summary>
    public static IReadOnlyList<ZipItem> Read(Stream content)
    {
        var end = Bytes.Tail(content, EndLength);
        if (end.Length < EndLength || BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054B50)
            throw new RefusedFileException(Bytes.Occurs(content, "PK\u0005\u0006"u8) ? ProblemCode.F16 : ProblemCode.F18);
        int count = U16(end, 10);
        long size = U32(end, 12), start = U32(end, 16);
        if (count > MostItems || count == 0xFFFF)
            throw new RefusedFileException(ProblemCode.F15);
        if (start + size != content.Length - EndLength || size > MostItems * 1024L)
            throw new RefusedFileException(ProblemCode.F16);
        return Checked(content, Entries(Bytes.At(content, start, (int)size), count), start);
    }

    /// <summary>An entry's bytes, unpacked and counted.</summary>
    public static Stream Open(this ZipItem item, Stream content, UnpackingBudget budget)
    {
        var part = new PartOf(content, item.Start, item.Length);
        return new Counted(item.Method == 0 ? part : new DeflateStream(part, CompressionMode.Decompress), budget);
    }

    private static List<(ZipItem Item, long Header)> Entries(byte[] directory, int count)
    {
        var entries = new List<(ZipItem, long)>();
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = at + 46 <= directory.Length ? directory.AsSpan(at) : throw new InvalidDataException();
            if (U32(entry, 0) != 0x02014B50)
                throw new InvalidDataException();
            if ((U16(entry, 8) & 1) != 0)
                throw new RefusedFileException(ProblemCode.F13);
            int name = U16(entry, 28), extra = U16(entry, 30), comment = U16(entry, 32);
            if (46 + name > entry.Length)
                throw new InvalidDataException();
            entries.Add((new(Encoding.UTF8.GetString(entry.Slice(46, name)), U16(entry, 10), 0, U32(entry, 20)), U32(entry, 42)));
            at += 46 + name + extra + comment;
        }
        return at == directory.Length ? entries : throw new RefusedFileException(ProblemCode.F16);
    }

    private static List<ZipItem> Checked(Stream content, List<(ZipItem Item, long Header)> entries, long directory)
    {
        var items = new List<ZipItem>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long expected = 0;
        foreach (var (item, header) in entries.OrderBy(e => e.Header))
        {
            if (header < expected)
                throw new RefusedFileException(ProblemCode.F15);
            if (header - expected > LongestDescriptor || !names.Add(item.Name) || !IsInside(item.Name))
                throw new RefusedFileException(ProblemCode.F16);
            var located = item with { Start = DataStart(content, item, header) };
            expected = located.Start + located.Length;
            if (expected > directory || item.Method is not (0 or 8))
                throw new InvalidDataException();
            items.Add(located);
        }
        return directory - expected <= LongestDescriptor ? items : throw new RefusedFileException(ProblemCode.F16);
    }

    private static long DataStart(Stream content, ZipItem item, long header)
    {
        var local = Bytes.At(content, header, 30);
        if (local.Length < 30 || U32(local, 0) != 0x04034B50)
            throw new InvalidDataException();
        int name = U16(local, 26), extra = U16(local, 28);
        var same = Encoding.UTF8.GetString(Bytes.At(content, header + 30, name)) == item.Name && U16(local, 8) == item.Method;
        return same && (U16(local, 6) & 1) == 0 ? header + 30 + name + extra : throw new RefusedFileException(ProblemCode.F16);
    }

    private static bool IsInside(string name) =>
        !name.StartsWith('/') && !name.Contains('\\') && !name.Contains(':')
            && !name.Any(char.IsControl) && !name.Split('/').Contains("..");

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
