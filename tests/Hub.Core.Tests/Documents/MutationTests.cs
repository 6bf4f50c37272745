using System.Diagnostics;
using Hub.Core.Documents.Inspection;

namespace Hub.Core.Tests.Documents;

/// <summary>Files with something changed at random: whatever comes of it is an answer, soon.</summary>
public sealed class MutationTests
{
    private static readonly TimeSpan TimeForOne = TimeSpan.FromSeconds(5);

    private static readonly byte[][] Seeds =
    [
        .. GoodFiles.All.Values.Select(f => f.Bytes).Concat(HostileFiles.All.Values.Select(f => f.Bytes)).Where(b => b.Length is > 0 and < 100_000),
    ];

    [Fact]
    public void No_change_to_a_file_makes_the_readers_fail() => Mutate(TimeSpan.FromSeconds(3), seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_file_makes_the_readers_fail_for_minutes() => Mutate(TimeSpan.FromMinutes(2), Random.Shared.Next());

    private static void Mutate(TimeSpan within, int seed)
    {
        var random = new Random(seed);
        for (var all = Stopwatch.StartNew(); all.Elapsed < within;)
        {
            var bytes = Mutated(random);
            var one = Stopwatch.StartNew();
            var failure = Record.Exception(() => Inspector.Inspect("note.pdf", new MemoryStream(bytes)));
            Assert.True(failure is null, $"seed {seed}: {failure} on {Convert.ToBase64String(bytes)}");
            Assert.True(one.Elapsed < TimeForOne, $"seed {seed}: took {one.Elapsed} on {Convert.ToBase64String(bytes)}");
        }
    }

    private static byte[] Mutated(Random random)
    {
        var bytes = Seeds[random.Next(Seeds.Length)].ToArray();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
            bytes = Change(bytes, random);
        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return [(byte)random.Next(256)];
        var at = random.Next(bytes.Length);
        var length = random.Next(Math.Min(64, bytes.Length - at) + 1);
        switch (random.Next(6))
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
            default:
                var other = Seeds[random.Next(Seeds.Length)];
                return [.. bytes[..at], .. other[random.Next(other.Length)..]];
        }
    }
}
