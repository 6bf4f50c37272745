using System.Diagnostics;

namespace Hub.Core.Tests.Correspondence;

/// <summary>Mails with something changed at random: whatever comes of it is a judgement, soon and within bounds.</summary>
public sealed class MailMutationTests
{
    private const int Longest = 1_000_000;
    private const long MostBytes = 400L * 1024 * 1024;
    private static readonly TimeSpan TimeForOne = TimeSpan.FromSeconds(15);

    private static readonly byte[][] Seeds =
        [.. Corpus.All.Select(Corpus.Bytes).Concat(HostileMails.All.Values.Where(b => b.Length is > 0 and < 100_000))];

    [Fact]
    public void No_change_to_a_mail_makes_the_judge_fail() => Mutate(TimeSpan.FromSeconds(3), seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_mail_makes_the_judge_fail_for_minutes() => Mutate(TimeSpan.FromMinutes(2), Random.Shared.Next());

    private static void Mutate(TimeSpan within, int seed)
    {
        var random = new Random(seed);
        for (var all = Stopwatch.StartNew(); all.Elapsed < within;)
        {
            var mail = Mutated(random);
            var (one, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            var failure = Record.Exception(() => Corpus.Judge(mail));
            var (time, bytes) = (one.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
            if (failure is not null || time >= TimeForOne || bytes >= MostBytes)
                Assert.Fail($"seed {seed}: {failure?.ToString() ?? $"took {time} and {bytes} bytes"} on {Convert.ToBase64String(mail)}");
        }
    }

    private static byte[] Mutated(Random random)
    {
        var mail = Seeds[random.Next(Seeds.Length)].ToArray();
        for (var changes = random.Next(1, 8); changes > 0 && mail.Length > 0; changes--)
            mail = Cut(Change(mail, random));
        return mail;
    }

    private static byte[] Cut(byte[] mail) => mail.Length > Longest ? mail[..Longest] : mail;

    // Bytes, lines, and lines of other mails: what a line says matters more in a mail than any byte.
    private static byte[] Change(byte[] mail, Random random)
    {
        var at = random.Next(mail.Length);
        var (start, end) = Line(mail, at);
        switch (random.Next(6))
        {
            case 0:
                mail[at] = (byte)random.Next(256);
                return mail;
            case 1:
                return [.. mail[..start], .. mail[end..]];
            case 2:
                return [.. mail[..end], .. mail[start..end], .. mail[end..]];
            case 3:
                return [.. mail[..start], .. SomeLine(random), .. mail[start..]];
            case 4:
                return [.. mail[..start], .. Enumerable.Repeat(mail[start..end], random.Next(1, 50)).SelectMany(l => l), .. mail[end..]];
            default:
                return mail[..at];
        }
    }

    private static byte[] SomeLine(Random random)
    {
        var other = Seeds[random.Next(Seeds.Length)];
        var (start, end) = Line(other, random.Next(other.Length));
        return other[start..end];
    }

    private static (int Start, int End) Line(byte[] mail, int at)
    {
        var start = Array.LastIndexOf(mail, (byte)'\n', Math.Max(0, at - 1)) + 1;
        var end = Array.IndexOf(mail, (byte)'\n', at);
        return (Math.Min(start, at), end < 0 ? mail.Length : end + 1);
    }
}
