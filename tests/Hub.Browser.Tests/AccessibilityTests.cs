using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hub.Browser.Tests;

/// <summary>
/// Every kind of page, in a language of each direction: WCAG 2.2 AA as far as axe can tell, on a desk's screen and on a telephone's.
/// </summary>
[Collection(ChromiumCollection.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private const string Comparison = "states/GHA.html?with=GEO";

    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string> Pages => [.. new[]
    {
        "index.html", "index.html?q=asiajust", "index.html?q=nothing+of+the+kind", "coverage.html", "wacap.html", "refco.html",
        "iberred.html", "globe.html", "states/SEN.html?with=KAZ", Comparison, "states/XAA.html", "states/JEY.html", "nowhere.html",
    }.SelectMany(kind => new[] { $"networks/en/{kind}", $"networks/ar/{kind}", $"networks/zh/{kind}" })];

    [Theory]
    [InlineData("networks/en/index.html?q=asiajust", 1200)]
    [InlineData("networks/ar/index.html", 320)]
    [InlineData("networks/en/coverage.html", 320)]
    [InlineData("networks/ar/coverage.html", 1200)]
    [InlineData("networks/en/ejn.html", 320)]
    [InlineData("networks/ar/ejn.html", 1200)]
    [InlineData($"networks/en/{Comparison}", 1200)]
    [InlineData($"networks/ar/{Comparison}", 320)]
    [InlineData("networks/ar/nowhere.html", 320)]
    public async Task Axe_finds_nothing_to_object_to(string path, int width)
    {
        var page = await chromium.Open(path, width, scripts: true);
        await Unfold(page);
        var violations = (await page.RunAxe(Options)).Violations;
        var found = string.Join('\n', violations.Select(v =>
            $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html).Take(5))}"));
        Assert.True(found.Length == 0, $"{path} at {width}:\n{found}");
        await page.Context.CloseAsync();
    }

    [Trait("Category", "Long")]
    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_any_kind_of_page_on_any_screen(string path)
    {
        foreach (var width in new[] { 1200, 600, 320 })
            await Axe_finds_nothing_to_object_to(path, width);
    }

    [Theory]
    [InlineData("networks/en/coverage.html")]
    [InlineData("networks/ar/index.html")]
    [InlineData("networks/fr/states/GHA.html?with=GEO")]
    [InlineData("networks/ru/wacap.html")]
    public async Task On_a_narrow_screen_only_tables_scroll_sideways(string path)
    {
        var page = await chromium.Open(path, width: 320, scripts: true);
        await Unfold(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
        var scroll = await page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('table')].every(t => t.closest('[role=region][tabindex=\"0\"]'))");
        Assert.True(scroll, path);
        await page.Context.CloseAsync();
    }

    private static Task Unfold(IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
}
