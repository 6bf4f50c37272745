using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>A mission signs in with the mail that comes to it, in the browser that asked and in no other.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class MailSignInTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_mission_asks_for_a_link_opens_it_signs_in_sees_its_session_and_signs_out()
    {
        var mission = await Hub.Mission("LUX");
        var page = await visitors.Anybody(Hub);
        await page.GotoAsync("/office");
        await page.Asks(mission);
        var (link, code) = await Hub.SignInMail(mission);

        // Whoever the mail is forwarded to, and a scanner, come to a page without a button.
        var other = await visitors.Anybody(Hub);
        await other.GotoAsync(link);
        await other.Reads("go back there and type the code");
        await Expect(other.Locator("form[action^='/sign-in/mail/']")).ToHaveCountAsync(0);
        await other.Context.CloseAsync();

        await page.GotoAsync(link);
        await page.Locator("#content").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/office$"));
        await page.Reads("Luxembourg");
        await page.GotoAsync("/sign-in/sessions");
        await page.Reads("this one");
        await page.GotoAsync("/console");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in"));
        await page.Presses("Sign out");
        await page.GotoAsync("/office");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in"));

        // Used once, it is used up.
        await page.GotoAsync(link);
        await page.Reads("Nobody is signed in by this link here");
        Assert.Equal(10, code.Length);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_Arabic_mission_types_the_code_changes_a_telephone_number_and_sees_its_receipt()
    {
        var mission = await Hub.Mission("JOR", "ar");
        await Hub.Designate(await Hub.Office("JOR"), SampleNotices.Designation("JOR"));
        var page = await visitors.Anybody(Hub, scripts: true, language: "ar");
        await page.GotoAsync("/sign-in");
        await page.Asks(mission);
        await page.Locator("#code").FillAsync((await Hub.SignInMail(mission)).Code);
        await page.Locator("#content button").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Fits(page);
        await page.Locator("a[href$='/change']").First.ClickAsync();
        await Fits(page);
        await page.Locator("button[value='add:record/phones']").ClickAsync();
        await page.Locator("input[name^='record/phones/'][name$='/number']").Last.FillAsync("+962 6 555 0199");
        await page.Locator("button[value='check']").ClickAsync();
        if (await page.Locator("button[value='anyway']").CountAsync() > 0)
            await page.Locator("button[value='anyway']").ClickAsync();
        await page.Reads("+962 6 555 0199");
        await Fits(page);
        await page.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = "note.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("Note verbale JOR/1/2026"),
        });
        await page.Locator("button[value='send']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(new Regex(@"^JOR-\d{4}-[A-Z][0-9A-Z]{4}$"));
        await Fits(page);
        var id = page.Url.Split('/')[^1].Split('?')[0];
        await Hub.Reaches(id, "REVIEW");
        // The first set the mission's address.
        await Hub.Approve(id, await Hub.Reviewer("second reviewer"));
        var record = (await Hub.Secretariat.Get("api/authorities?state=JOR")).Expect(200).Json["items"]![0]!;
        var numbers = record["phones"]!.AsArray().Select(p => (string?)p!["number"]).ToList();
        Assert.Contains("+96265550199", numbers);
        Assert.Equal(2, numbers.Count);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_mission_objects_to_what_an_authority_sent_and_a_person_reads_why()
    {
        var mission = await Hub.Mission("MLT");
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(SampleNotices.Designation("MLT").ToJsonString()), "notice" },
            { new ByteArrayContent("Order of the Minister, No. 12"u8.ToArray()), "file", "order-12.txt" },
        };
        var id = (await (await Hub.Office("MLT", "AUTHORITY")).Send(HttpMethod.Post, "api/notices", sent)).Expect(202).Id;
        await Hub.Reaches(id, "HELD");
        var page = await visitors.Anybody(Hub, scripts: true);
        await page.OpensByMail(Hub, mission, $"/office/notices/{id}");
        await page.Reads("Does your State stand by this change?");
        await Fits(page);
        var order = await page.RunAndWaitForDownloadAsync(() => page.Follows("order-12.txt"));
        Assert.Equal("Order of the Minister, No. 12", await File.ReadAllTextAsync((await order.PathAsync())!));
        await page.Presses("We do not stand by it");
        await page.Reads("Say why");
        await page.Locator("#reason").FillAsync("That unit was closed last year.");
        await page.Locator("#reason").EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await page.Shows("for-missions.md", "office-held");
        await page.Presses("We do not stand by it");
        await page.Reads("The Secretariat has your objection");
        await page.Reads("Your State does not stand by it");
        await Hub.Reaches(id, "REVIEW");
        // What is another State's is not there.
        Assert.Equal(404, (await page.GotoAsync($"/office/notices/{id.Replace("MLT", "LUX", StringComparison.Ordinal)}"))!.Status);
        await page.Context.CloseAsync();
    }

    // As far as axe can tell, on a desk's screen and on a telephone's.
    private static async Task Fits(IPage page)
    {
        foreach (var width in new[] { 390, 1200 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal([], (await page.RunAxe(ScreenTests.Options)).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        }
    }
}
