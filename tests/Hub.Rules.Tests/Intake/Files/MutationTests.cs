using Hub.Intake.Files.Inspection;
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

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_file_makes_the_readers_fail_for_minutes() =>
        Holds(Changed.Try(TimeSpan.FromMinutes(2), Random.Shared.Next(), Inspect));

    private static void Holds(string? failure) => Assert.True(failure is null, failure);

    private static void Inspect(byte[] bytes) => Inspector.Inspect("note.pdf", new MemoryStream(bytes));
}
