using Hub.Testing;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>What the tests with changed files stand on: a case can be made again, and what fails is named.</summary>
public sealed class MutationsTests
{
    private static readonly byte[][] Files = ["first file\nof two lines\n"u8.ToArray(), "another\n"u8.ToArray()];

    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_follows_from_its_seed_and_number(bool lines)
    {
        Mutations Made() => lines ? Mutations.OfLines(Files) : Mutations.OfBytes(Files);
        var cases = Enumerable.Range(0, 200).Select(n => Convert.ToHexString(Made().Case(7, n))).ToList();
        Assert.Equal(cases, Enumerable.Range(0, 200).Select(n => Convert.ToHexString(Made().Case(7, n))));
        Assert.InRange(cases.Distinct().Count(), 100, 200);
        Assert.NotEqual(cases, Enumerable.Range(0, 200).Select(n => Convert.ToHexString(Made().Case(8, n))));
    }

    [Fact]
    public void What_fails_or_allocates_without_measure_is_named_by_seed_and_number()
    {
        var mutations = Mutations.OfBytes(Files);
        var third = mutations.Case(7, 3);
        var failure = mutations.Try(100, 7, bytes => Assert.NotEqual(third, bytes));
        Assert.StartsWith("Case(7, 3): Xunit.Sdk.NotEqualException", failure);
        Assert.StartsWith(
            "Case(7, 0): it allocated",
            mutations.Try(100, 7, _ => GC.KeepAlive(Enumerable.Range(0, 5).Select(_ => new byte[100_000_000]).ToList())));
        Assert.Null(mutations.Try(100, 7, _ => { }));
    }

    [Fact]
    public void What_hangs_is_named_and_not_waited_for()
    {
        using var never = new ManualResetEventSlim();
        var mutations = Mutations.OfBytes(Files, hangs: TimeSpan.FromMilliseconds(200));
        Assert.StartsWith("Case(7, 0): it was still running", mutations.Try(100, 7, _ => never.Wait()));
        never.Set();
    }
}
