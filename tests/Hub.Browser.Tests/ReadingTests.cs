using System.Net;
using System.Text.RegularExpressions;
using Hub.Pages.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Browser.Tests;

/// <summary>
/// What readers do with the pages, without a script: find, read, filter, compare, by mouse or by keyboard, from left or from right.
/// </summary>
[Collection(ChromiumCollection.Name)]
public sealed class ReadingTests(Chromium chromium)
{
    [Fact]
    public async Task A_reader_finds_a_network_by_an_old_name_and_reads_who_belongs_to_it()
    {
        var page = await chromium.Open("networks/");
        await page.GetByLabel("Name, acronym, earlier name or State").FillAsync("gafisud");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, NameRegex = new("^Networks found: 1 of") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^RRAG") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("GAFILAT");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Peru" })).ToBeVisibleAsync();
        await Expect(page.GetByText("GAFISUD", new() { Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_filter_by_kind_and_a_State_leaves_the_networks_of_both_and_can_be_taken_back()
    {
        var page = await chromium.Open("networks/en/index.html");
        var rows = page.Locator("#content tbody tr");
        await Expect(rows).ToHaveCountAsync(SeededRegister.Networks.All.Count);
        await page.GetByLabel("Name, acronym, earlier name or State").FillAsync("Ghana");
        await page.GetByLabel("Kind").SelectOptionAsync("regional");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("WACAP");
        await Expect(page.GetByLabel("Kind")).ToHaveValueAsync("regional");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all networks" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(SeededRegister.Networks.All.Count);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_States_without_a_network_in_common_are_told_who_is_nearest()
    {
        var page = await chromium.Open("networks/en/states/GHA.html");
        await page.GetByLabel("Compare with").SelectOptionAsync(new SelectOptionValue { Label = "Georgia" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(page.GetByText("No network in common with Georgia is on record.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Nearest") }).GetByRole(AriaRole.Rowheader).First)
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_finds_filters_and_opens()
    {
        var page = await chromium.Open("networks/en/index.html");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Name, acronym, earlier name or State")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ejm");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?q=ejm"));
        await TabTo(page, page.GetByRole(AriaRole.Link, new() { NameRegex = new("^EJN") }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("European Judicial Network");
        await TabTo(page, page.GetByRole(AriaRole.Region, new() { NameRegex = new("^States in this network") }));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_the_focus_is_can_always_be_seen()
    {
        var page = await chromium.Open("networks/en/states/SEN.html", scripts: true);
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<string>(
                "(() => { const e = document.activeElement, s = getComputedStyle(e); "
                + "return `${e.tagName} ${s.outlineStyle} ${s.outlineWidth}`; })()");
            Assert.EndsWith("solid 3px", seen, StringComparison.Ordinal);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Arabic_is_read_from_right_to_left_and_Latin_names_keep_their_order()
    {
        var page = await chromium.Open("networks/ar/wacap.html", scripts: true);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        var table = page.Locator("table").First;
        var (first, second) = (await Box(table.Locator("thead th").Nth(0)), await Box(table.Locator("thead th").Nth(1)));
        Assert.True(first.X > second.X, "the first column is on the right");
        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h2')).direction"));
        await Expect(page.Locator("h1")).ToHaveAttributeAsync("lang", "en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Sénégal" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_coverage_is_read_with_row_and_column_heads_and_leads_on()
    {
        var page = await chromium.Open("networks/en/coverage.html");
        await page.GetByRole(AriaRole.Link, new() { Name = "Western Africa" }).ClickAsync();
        var section = page.Locator("#r011");
        await Expect(section.GetByRole(AriaRole.Columnheader, new() { Name = "WACAP" })).ToBeVisibleAsync();
        await Expect(section.GetByRole(AriaRole.Row, new() { NameRegex = new("^Senegal") }).GetByRole(AriaRole.Cell, new() { Name = "O" }))
            .ToBeVisibleAsync();
        await section.GetByRole(AriaRole.Link, new() { Name = "Senegal" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Senegal");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_unsure_old_or_no_State_is_said_wherever_it_stands()
    {
        var page = await chromium.Open("networks/en/states/XAA.html");
        await Expect(page.GetByText("Not confirmed").First).ToBeVisibleAsync();
        await Expect(page.GetByText("until 31 December 2019")).ToBeVisibleAsync();
        await page.GotoAsync("networks/en/arinsa.html");
        await Expect(page.GetByText("Incomplete list")).ToBeVisibleAsync();
        await page.GotoAsync("networks/en/states/JEY.html");
        await Expect(page.GetByText("These are not States and are not counted as such.")).ToBeVisibleAsync();
        await page.GotoAsync("networks/en/ejm.html");
        await Expect(page).ToHaveURLAsync(new Regex("/networks/en/ejn.html$"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_there_is_the_page_without_what_only_a_screen_can_use()
    {
        var page = await chromium.Open("networks/en/coverage.html");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("nav").First).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        Assert.InRange((await page.PdfAsync(new() { Format = "A4", Landscape = true })).Length, 10_000, 2_000_000);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_is_light_is_not_sent_twice_and_fetches_nothing_else()
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = chromium.Site };
        string[] paths = ["networks/en/index.html", "networks/ar/coverage.html", "networks/fr/ejn.html", "networks/en/states/FRA.html"];
        foreach (var path in paths)
        {
            using var first = await Get(http, path, null);
            Assert.InRange((await first.Content.ReadAsByteArrayAsync()).Length, 1, 16 * 1024);
            using var again = await Get(http, path, first.Headers.ETag!.Tag);
            Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
            var page = await chromium.Open(path);
            await page.Context.CloseAsync();
        }
        var sheet = $"{chromium.Site}{StyleSheet.Page.Path}";
        Assert.Contains(sheet, chromium.Fetched);
        Assert.All(
            chromium.Fetched.Where(url => url != sheet),
            url => Assert.StartsWith($"{chromium.Site}networks/", url, StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> Get(HttpClient http, string path, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        return http.SendAsync(request);
    }

    // A person presses Tab until it is there; no page asks for more than this.
    private static async Task TabTo(IPage page, ILocator there)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await there.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }
        Assert.Fail("Tab did not lead there.");
    }

    private static async Task<LocatorBoundingBoxResult> Box(ILocator locator) => (await locator.BoundingBoxAsync())!;
}
