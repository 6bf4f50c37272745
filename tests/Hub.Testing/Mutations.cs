using System.Globalization;

namespace Hub.Testing;

/// <summary>
/// Files with something changed at random. A case follows from a seed and its number alone, so that what a test names can be made again; it
/// runs on a thread of its own, so that one that hangs is named and not waited for.
/// </summary>
public sealed class Mutations
{
    private const int Longest = 1_000_000;
    private const int MostChanges = 8;
    private const int Piece = 64;

    /// <summary>No case is allowed to allocate more, whatever the machine is doing besides.</summary>
    private const long MostBytes = 400L * 1024 * 1024;

    /// <summary>Hundreds of times what the slowest case takes: what is still running then hangs, on a machine however busy.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(3);

    private readonly TimeSpan _hangs;

    private readonly IReadOnlyList<byte[]> _files;
    private readonly Func<byte[], Random, byte[]> _change;

    private Mutations(IEnumerable<byte[]> files, TimeSpan? hangs, Func<Mutations, byte[], Random, byte[]> change)
    {
        _hangs = hangs ?? Hangs;
        _files = [.. files];
        _change = (bytes, random) => change(this, bytes, random);
    }

    /// <summary>Of files of bytes: bits, bytes and runs of them changed, left out, doubled, and put in from other files.</summary>
    public static Mutations OfBytes(IEnumerable<byte[]> files, TimeSpan? hangs = null) =>
        new(files, hangs, (all, bytes, random) => all.ChangeBytes(bytes, random));

    /// <summary>Of files of lines: what a line says matters more there than any byte.</summary>
    public static Mutations OfLines(IEnumerable<byte[]> files) => new(files, null, (all, bytes, random) => all.ChangeLines(bytes, random));

    /// <summary>A case: the same for the same seed and number.</summary>
    public byte[] Case(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var bytes = _files[random.Next(_files.Count)].ToArray();
        for (var changes = random.Next(1, MostChanges); changes > 0 && bytes.Length > 0; changes--)
            bytes = _change(bytes, random) is var changed && changed.Length > Longest ? changed[..Longest] : changed;
        return bytes;
    }

    /// <summary>Tries so many cases; what the first one did that failed, null where none did.</summary>
    public string? Try(int cases, int seed, Action<byte[]> read) => Run(number => number < cases, seed, read);

    /// <summary>Tries cases for a time.</summary>
    public string? Try(TimeSpan time, int seed, Action<byte[]> read)
    {
        var end = DateTime.UtcNow + time;
        return Run(_ => DateTime.UtcNow < end, seed, read);
    }

    private string? Run(Func<int, bool> goesOn, int seed, Action<byte[]> read)
    {
        var (running, failure) = (0, (string?)null);
        var thread = new Thread(() =>
        {
            for (var number = 0; failure is null && goesOn(number); number++)
            {
                Volatile.Write(ref running, number);
                failure = One(Case(seed, number), read) is { } what ? Said(seed, number, what) : null;
            }
        })
        { IsBackground = true };
        thread.Start();
        for (var seen = -1; !thread.Join(_hangs);)
        {
            if (Volatile.Read(ref running) == seen)
                return Said(seed, seen, $"it was still running after {_hangs}");
            seen = Volatile.Read(ref running);
        }
        return failure;
    }

    private static string? One(byte[] bytes, Action<byte[]> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(bytes);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > MostBytes ? $"it allocated {allocated} bytes" : null;
    }

    private static string Said(int seed, int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"Case({seed}, {number}): {what}");

    private byte[] ChangeBytes(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = random.Next(Math.Min(Piece, bytes.Length - at) + 1);
        var other = _files[random.Next(_files.Count)];
        var from = random.Next(other.Length);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                bytes.AsSpan(at, length).Fill((byte)(random.Next(2) * 255));
                return bytes;
            case 3:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            case 5:
                return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + length)], .. bytes[at..]];
            default:
                return [.. bytes[..at], .. other[from..]];
        }
    }

    private byte[] ChangeLines(byte[] text, Random random)
    {
        var at = random.Next(text.Length);
        var (start, end) = Line(text, at);
        switch (random.Next(6))
        {
            case 0:
                text[at] = (byte)random.Next(256);
                return text;
            case 1:
                return [.. text[..start], .. text[end..]];
            case 2:
                return [.. text[..end], .. text[start..end], .. text[end..]];
            case 3:
                return [.. text[..start], .. SomeLine(random), .. text[start..]];
            case 4:
                return [.. text[..start], .. Enumerable.Repeat(text[start..end], random.Next(1, 50)).SelectMany(l => l), .. text[end..]];
            default:
                return text[..at];
        }
    }

    private byte[] SomeLine(Random random)
    {
        var other = _files[random.Next(_files.Count)];
        var (start, end) = Line(other, random.Next(other.Length));
        return other[start..end];
    }

    private static (int Start, int End) Line(byte[] text, int at)
    {
        var start = Array.LastIndexOf(text, (byte)'\n', Math.Max(0, at - 1)) + 1;
        var end = Array.IndexOf(text, (byte)'\n', at);
        return (Math.Min(start, at), end < 0 ? text.Length : end + 1);
    }
}
