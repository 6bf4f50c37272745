using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Hub.EndToEnd.Tests.Console;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.DirectoryPages;

/// <summary>What a prosecutor does at night with a request that cannot wait.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class DirectoryPageTests(SharedHub shared, Visitors visitors)
{
    private const string Office = "+99915550100";
    private const string Night = "+99915550177";
    private static readonly string Pictures = Repository.PathTo("docs", "pictures");
    private static readonly string Handbook = Repository.PathTo("docs", "for-authorities.md");

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task At_three_in_the_morning_the_number_that_answers_is_four_clicks_away()
    {
        await Designated("TGO");
        var page = await visitors.Person(Hub, "Amina Diallo");
        await page.GotoAsync("/");
        await page.Follows("Find an authority");
        // With a slip, in French.
        await page.GetByLabel("Which State?").FillAsync("Toggo");
        await page.GetByLabel("What for?").SelectOptionAsync("MLA");
        await page.GetByLabel("It is urgent").CheckAsync();
        await page.Presses("Find");
        await page.Reads("You wrote “Toggo”. This is Togo.");
        await page.Reads("Closed now");
        await page.Reads("Turn to this one first.");
        var first = page.Locator("a[href^='tel:']").First;
        await Expect(first).ToHaveAttributeAsync("href", $"tel:{Night}");
        Assert.DoesNotContain(Night, page.Url, StringComparison.Ordinal);
        await page.Follows("Everything about this authority");
        await page.Reads("Certified copy of the warrant");
        await page.Follows("Report an error");
        await page.GetByLabel("What is wrong").FillAsync("Nobody answers at the office's number.");
        await page.Presses("Send");
        await page.Reads("The Secretariat reads it.");
        await page.GotoAsync("/console/mails");
        await page.Reads("Error reported");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_has_not_signed_in_sees_functions_and_States_at_the_same_address_and_is_told_how_to_see_more()
    {
        var record = await Designated("BEN");
        var page = await visitors.Anybody(Hub);
        foreach (var address in new[]
        {
            "/directory/find?state=BEN&matter=MLA&urgent=true", $"/directory/authorities/{record}", "/directory/states/BEN",
            "/directory/search?q=benin", "/directory/changes", $"/directory/hours?office={record}", "/directory/instruments/UNTOC",
        })
        {
            Assert.Equal(200, (await page.GotoAsync(address))!.Status);
            var html = await page.ContentAsync();
            Assert.Contains("Ask for access", html, StringComparison.Ordinal);
            foreach (var secret in new[] { Office[4..], Night[4..], "Office for MLA of", "@BEN.example", "Bureau MLA" })
                Assert.DoesNotContain(secret, html, StringComparison.OrdinalIgnoreCase);
        }
        await page.GotoAsync("/directory/search?q=Bureau");
        await page.Reads("Nothing was found.");
        foreach (var closed in new[] { $"/directory/authorities/{record}/card.vcf", $"/directory/authorities/{record}/report" })
            Assert.DoesNotContain(Night, (await Hub.Nobody.Get(closed)).Text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_everybody_sees_has_a_tag_and_what_readers_see_is_kept_nowhere()
    {
        var record = await Designated("GHA");
        var (status, headers, bytes) = await Hub.Nobody.GetBytes($"directory/authorities/{record}", ("Accept-Encoding", "br"));
        Assert.Equal((200, "public, max-age=0, must-revalidate"), (status, headers["Cache-Control"]));
        Assert.InRange(bytes.Length, 1, 60 * 1024);
        Assert.Equal(304, (await Hub.Nobody.Get($"directory/authorities/{record}", ("If-None-Match", headers["ETag"]))).Status);
        Assert.Equal(200, (await Hub.Nobody.Send(HttpMethod.Head, $"directory/authorities/{record}", null)).Status);
        var page = await visitors.Person(Hub, "Amina Diallo");
        var restricted = await page.GotoAsync($"/directory/authorities/{record}");
        Assert.Equal("no-store", await restricted!.HeaderValueAsync("Cache-Control"));
        Assert.Null(await restricted.HeaderValueAsync("ETag"));
        Assert.DoesNotContain("Office for MLA", await page.TitleAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("directory/find?state=((((a%2B)%2B)%2B)%2B)%2B%24&matter=NOTHING&under=x.y&language=xx-yy-zz&from=%00")]
    [InlineData("directory/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("directory/changes?since=0000-99-99")]
    [InlineData("directory/find?state=SEN&state=FRA&matter=MLA")]
    public async Task Whatever_stands_in_an_address_is_answered_with_a_page(string address)
    {
        var answer = await Hub.Nobody.Get(address);
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_and_codes_that_nobody_has_get_a_page_that_leads_on_and_a_long_question_an_answer()
    {
        foreach (var address in new[] { "directory/authorities/none", "directory/states/QQQ", "directory/sqq", "directory/instruments/NONE" })
            Assert.Equal((address, 404), (address, (await Hub.Nobody.Get(address)).Status));
        Assert.InRange((await Hub.Nobody.Get($"directory/search?q={new string('a', 7000)}")).Status, 200, 499);
    }

    [Fact]
    public async Task Axe_finds_nothing_and_each_page_fits_a_telephone_in_English_and_in_Arabic()
    {
        var record = await Designated("GMB");
        var faults = new List<string>();
        foreach (var language in new[] { "en", "ar" })
        {
            var page = await visitors.Person(Hub, "Amina Diallo", scripts: true);
            await page.GotoAsync($"/language/{language}?to=/directory");
            foreach (var address in new[] { "/directory", "/directory/find?state=GMB&matter=MLA&urgent=true&language=fr&from=SEN", $"/directory/authorities/{record}", "/directory/states/GMB", "/directory/coverage", $"/directory/hours?office={record}&state=GMB" })
                foreach (var (width, scheme) in new[] { (1200, ColorScheme.Light), (390, ColorScheme.Dark) })
                {
                    await page.SetViewportSizeAsync(width, 800);
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await page.GotoAsync(address);
                    // What axe finds depends on the language and on the colours, hardly on both together.
                    if ((language == "en") == (scheme == ColorScheme.Light))
                        faults.AddRange((await page.RunAxe()).Violations.Select(v =>
                            $"{language} {address} at {width}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html).Take(3))}"));
                    if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        faults.Add($"{language} {address} at {width} scrolls sideways");
                }
            await page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_picture_of_the_page_for_authorities_shows_a_screen_that_there_is()
    {
        var record = await Designated("LBR");
        var page = await visitors.Person(Hub, "Amina Diallo");
        foreach (var (name, address) in new[]
        {
            ("directory-find", "/directory"), ("directory-found", "/directory/find?state=LBR&matter=MLA&urgent=true"),
            ("directory-authority", $"/directory/authorities/{record}"),
        })
        {
            Assert.Equal((address, 200), (address, (await page.GotoAsync(address))!.Status));
            var file = Path.Combine(Pictures, $"{name}.png");
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
                await page.ScreenshotAsync(new() { Path = file, FullPage = false, Animations = ScreenshotAnimations.Disabled });
            Assert.True(File.Exists(file), $"{file} is missing: UPDATE_DOCS=1 takes it.");
            Assert.Contains($"(pictures/{name}.png)", await File.ReadAllTextAsync(Handbook), StringComparison.Ordinal);
        }
        await page.Context.CloseAsync();
    }

    // Open on one day of the week only, three days from now: whenever the test runs, it is closed.
    private async Task<string> Designated(string state)
    {
        var notice = SampleNotices.Designation(state);
        var office = (JsonObject)notice["changes"]![0]!["authority"]!;
        office["phones"] = new JsonArray(
            new JsonObject { ["number"] = Office }, new JsonObject { ["number"] = Night, ["purpose"] = "AROUND_THE_CLOCK" });
        office["timeZone"] = "Africa/Dakar";
        office["officeHours"] = new JsonArray(new JsonObject
        {
            ["day"] = DateTime.UtcNow.AddDays(3).DayOfWeek.ToString().ToUpperInvariant(), ["from"] = "08:00", ["to"] = "16:00",
        });
        office["requiredDocuments"] = new JsonArray("Certified copy of the warrant", "Text of the provisions applied");
        return await Hub.Designate(await Hub.Office(state), notice);
    }
}
