using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>Every screen: what axe finds, whether it fits a telephone, and what it weighs, in light and in dark.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class ScreenTests(SharedHub shared, Visitors visitors)
{
    private const int MostBytes = 100 * 1024;

    internal static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Screens that need nothing but a hub.</summary>
    public static readonly IReadOnlyList<string> Screens =
    [
        "/", "/sign-in", "/nowhere", "/about/contact", "/about/privacy", "/about/accessibility", "/networks/en/carin.html", "/editions",
        "/console", "/console/parts", "/console/notices", "/console/notices?status=CLOSED&state=COM",
        "/console/notices/new", "/console/mails", "/console/records", "/console/states/SYC", "/console/networks", "/console/networks/carin",
        "/console/quality", "/console/editions",
        "/console/editions/new", "/console/recipients", "/console/recipients/new", "/console/recipients/import", "/console/people",
        "/console/people/keys/new", "/console/people/partners", "/console/people/sessions", "/console/operations",
        "/console/operations/failures", "/console/operations/endpoints", "/console/operations/mail", "/console/operations/settings", "/console/operations/texts",
        "/console/numbers",
        "/directory", "/directory/find?state=Senagal", "/directory/find?state=guin", "/directory/find?state=SYC&matter=MLA&urgent=true&language=fr&from=SEN",
        "/directory/find?state=SYC&matter=CULTURAL_PROPERTY", "/directory/search?q=office", "/directory/states", "/directory/states/SYC",
        "/directory/instruments", "/directory/instruments/UNTOC", "/directory/day-and-night", "/directory/coverage", "/directory/changes",
        "/directory/authorities/none",
        "/laws", "/laws?q=act&instrument=UNTOC&article=18", "/laws?state=Korea&article=99&inForceOn=never", "/laws/states", "/laws/states/SYC",
        "/laws/articles", "/laws/articles/UNTOC/18", "/laws/regions",
    ];

    private RunningHub Hub => shared.Hub;

    [Fact]
    public Task Axe_finds_nothing_on_the_main_screens_and_each_fits_a_telephone_in_light_and_in_dark() =>
        Look("SYC", ["/", "/console", "/console/parts", "/console/notices/new", "/console/records", "/console/people", "/console/operations"]);

    [Trait("Category", "Long")]
    [Fact]
    public Task Axe_finds_nothing_on_any_screen_and_each_fits_a_telephone_in_light_and_in_dark() => Look("COM", Screens);

    private async Task Look(string state, IReadOnlyList<string> screens)
    {
        var notice = await Hub.Submit(await Hub.Office(state), SampleNotices.Designation(state));
        // What an administrator may not open, a reviewer looks at.
        var amina = await visitors.Person(Hub, "Amina Diallo", scripts: true);
        await Look(await visitors.Person(Hub, "Daniel Osei", scripts: true), screens.Concat([$"/console/notices/{notice}"]), amina);
        await amina.Context.CloseAsync();
    }

    /// <summary>Whoever has signed in looks at screens.</summary>
    internal static async Task Look(IPage visitor, IEnumerable<string> screens, IPage? colleague = null)
    {
        var faults = new List<string>();
        foreach (var screen in screens)
        {
            var (page, response) = (visitor, await visitor.GotoAsync(screen));
            if (response!.Status == 403 && colleague is not null)
                (page, response) = (colleague, await colleague.GotoAsync(screen));
            if (response!.Status >= 400 && screen is not ("/nowhere" or "/directory/authorities/none"))
                faults.Add($"{screen} is answered {response.Status}");
            var weight = (await response.BodyAsync()).Length;
            if (weight > MostBytes)
                faults.Add($"{screen} weighs {weight} bytes");
            foreach (var (width, scheme) in new[] { (1200, ColorScheme.Light), (320, ColorScheme.Dark) })
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                faults.AddRange((await page.RunAxe(Options)).Violations.Select(v =>
                    $"{screen} at {width}, {scheme}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html).Take(3))}"));
                if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    faults.Add($"{screen} at {width} scrolls sideways");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await visitor.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_page_reads_from_right_to_left_in_Arabic_and_axe_finds_nothing_there()
    {
        var page = await visitors.Anybody(Hub, width: 320, scripts: true, language: "ar");
        Assert.Equal("rtl", await page.EvaluateAsync<string>("document.documentElement.dir"));
        Assert.Empty((await page.RunAxe(Options)).Violations);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_the_keyboard_alone_somebody_signs_in_and_opens_the_notices()
    {
        var page = await visitors.Anybody(Hub);
        await page.Keyboard.PressAsync("Tab");
        await Microsoft.Playwright.Assertions.Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await TabTo(page, page.GetByRole(AriaRole.Link, new() { Name = "For the Secretariat" }));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { NameRegex = new("Amina Diallo") }));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.GetByRole(AriaRole.Link, new() { Name = "Notices", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await page.Reads("What States have told us");
        await page.Context.CloseAsync();
    }

    private static async Task TabTo(IPage page, ILocator wanted)
    {
        const int MostTabs = 60;
        for (var i = 0; i < MostTabs; i++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{wanted} is not reached by the keyboard.");
    }
}
