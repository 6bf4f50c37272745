using System.Globalization;
using System.Text;
using Hub.Delivery.NetworkPages;

namespace Hub.Rules.Tests.Delivery.NetworkPages;

/// <summary>Pages change, and never go back.</summary>
public abstract class PageStoreContract
{
    private const string Html = "text/html; charset=utf-8";

    // So that tests on one store do not see each other.
    private readonly string _own = $"networks/fr/{Guid.NewGuid():N}";

    /// <summary>A store that may hold pages of others.</summary>
    private protected abstract IPageStore Store { get; }

    [Fact]
    public async Task A_page_takes_the_place_of_the_one_before()
    {
        Assert.Null(await Shown("wacap"));
        await Put("wacap", "old", 7, "2026-11-29", "text/plain");
        Assert.Equal(("old", "text/plain"), await Shown("wacap"));
        await Put("wacap", "new", 8, "2026-11-29");
        Assert.Equal(("new", Html), await Shown("wacap"));
        Assert.Null(await Shown("ejn"));
    }

    [Theory]
    [InlineData(8, "2026-11-29", "newer")]
    [InlineData(9, "2026-11-28", "newer")]
    [InlineData(9, "2026-11-29", "again")]
    [InlineData(9, "2026-11-30", "again")]
    [InlineData(10, "2026-11-01", "again")]
    public async Task A_page_never_goes_back_to_what_it_showed_of_an_earlier_event_or_day(long sequence, string day, string shown)
    {
        await Put("ejn", "newer", 9, "2026-11-29");
        await Put("ejn", "again", sequence, day);
        Assert.Equal((shown, Html), await Shown("ejn"));
    }

    [Fact]
    public async Task Of_pages_put_at_once_the_latest_stays()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => Put("seajust", $"{i}", i, "2026-11-29"))));
        Assert.Equal(("12", Html), await Shown("seajust"));
    }

    [Fact]
    public async Task A_page_may_have_any_path_and_no_content()
    {
        await Put("国家/réseau 100%", "", 1, "2026-11-29");
        Assert.Equal(("", Html), await Shown("国家/réseau 100%"));
    }

    /// <summary>What everyone reads at a path, and its media type; null where there is no page.</summary>
    private protected abstract Task<(string Content, string MediaType)?> Read(string path);

    private Task<(string Content, string MediaType)?> Shown(string name) => Read($"{_own}/{name}.html");

    private Task Put(string name, string content, long sequence, string day, string type = Html) => Store.Put(
        new($"{_own}/{name}.html", type, Encoding.UTF8.GetBytes(content)), new(sequence, DateOnly.Parse(day, CultureInfo.InvariantCulture)),
        default);
}
