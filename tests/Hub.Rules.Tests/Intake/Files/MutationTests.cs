using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Reading;
using Hub.Testing;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Files with something changed at random: whatever comes of it is an answer.</summary>
public sealed class MutationTests
{
    private static readonly Mutations Changed = Mutations.OfBytes(
        GoodFiles.All.Values.Select(f => f.Bytes).Concat(HostileFiles.All.Values.Select(f => f.Bytes))
            .Where(b => b.Length is > 0 and < 100_000));

    [Fact]
    public void No_change_to_a_file_makes_the_readers_fail() => Holds(Changed.Try(2000, seed: 1, Inspect));

    // What a file may do in minutes of trying, to end a process by its stack among it, it does to the reader's, as in the hub.
    [Fact]
    [Trait("Category", "Long")]
    public async Task No_change_to_a_file_makes_the_readers_fail_for_minutes()
    {
        await using var pool = new FileReaderPool(new());
        var reader = new ProcessFileReader(pool);
        Holds(Changed.Try(
            TimeSpan.FromMinutes(2), Random.Shared.Next(),
            bytes => reader.Inspect("note.pdf", new MemoryStream(bytes), default).GetAwaiter().GetResult()));
    }

    private static void Holds(string? failure) => Assert.True(failure is null, failure);

    private static void Inspect(byte[] bytes) => Inspector.Inspect("note.pdf", new MemoryStream(bytes));
}
