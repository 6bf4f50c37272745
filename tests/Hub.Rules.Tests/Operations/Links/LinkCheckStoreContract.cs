using Hub.Register.Laws;

namespace Hub.Rules.Tests.Operations.Links;

/// <summary>The last check of each law's address.</summary>
public abstract class LinkCheckStoreContract
{
    /// <summary>The store, which holds none.</summary>
    private protected abstract ILinkCheckStore Store { get; }

    [Fact]
    public async Task Before_the_first_there_is_none() => Assert.Empty(await Store.List(default));

    [Fact]
    public async Task A_check_takes_the_place_of_the_one_before_of_its_law_alone()
    {
        var first = new LinkCheck
        {
            LawId = "law-1", Url = "https://laws.example/1", Status = LinkStatus.Soft404, CheckedOn = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            FinalUrl = "https://laws.example/2", Failures = 2, FailingSince = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), Fingerprint = "ab",
            Letters = 7, HadTitle = true, DueAt = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero),
        };
        await Store.Save(first, default);
        await Store.Save(first with { LawId = "law-2" }, default);
        await Store.Save(first with { Status = LinkStatus.Ok, Failures = 0 }, default);
        Assert.Equal(
            [first with { Status = LinkStatus.Ok, Failures = 0 }, first with { LawId = "law-2" }],
            (await Store.List(default)).OrderBy(c => c.LawId, StringComparer.Ordinal));
    }
}
