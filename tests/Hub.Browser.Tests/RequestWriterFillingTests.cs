using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Browser.Tests;

/// <summary>What is brought in from elsewhere is read, and what of it was not read is said.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class RequestWriterFillingTests(Chromium chromium)
{
    private const string Library =
        """
        { "generatedAt": "2026-01-01T00:00:00Z", "expiresAt": "2099-01-01T00:00:00Z", "sequence": 1, "laws": [ {
          "lawId": "1", "state": "XAA", "titleOriginal": "Criminal Code", "status": "IN_FORCE", "citation": "Gazette 1", "source": "STATE",
          "useForRequests": true, "provisions": [ {
            "label": "article 214", "extract": "Whoever hides property shall be punished.", "articles": [], "topics": [] } ] } ] }
        """;

    [Fact]
    public async Task A_register_takes_the_place_of_another_after_a_question_and_says_which_dates_it_did_not_read()
    {
        var page = await chromium.Begun();
        await page.Step(12);
        await page.Button("Enter it as sent today");
        await page.Button("My register");
        var table = "caseRef;direction;sent;due;status\nA-1;OUT;30/11/2020;03/04/2021;SENT\nA-2;OUT;05/11/2020;soon;Envoyée\n";
        await page.Locator("#register-file").SetInputFilesAsync(new FilePayload
        {
            Name = "register.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table),
        });
        await Expect(page.Locator("#question")).ToContainTextAsync("are in no file");
        await page.Button("Go on without saving");
        string[] all = ["Row 3, Status: Envoyée", "Row 3, Sent on: 05/11/2020 → 5 November 2020", "Row 3, Needed by: soon: no date"];
        foreach (var said in all)
            await Expect(page.Locator("li", new() { HasText = said })).ToHaveCountAsync(1);
        await Expect(page.GetByText("Nothing is due.")).ToBeVisibleAsync();
        await page.Button("Take the 2 plain dates");
        await page.Button("3 April 2021");
        await Expect(page.GetByText("2021-04-03: the date that was set")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_after_the_tab_key_stands_in_the_next_field()
    {
        var page = await chromium.Begun();
        await page.Locator("#f-requesting-state").ClickAsync();
        await page.Keyboard.TypeAsync("Brésil");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Central office");
        await Expect(page.Locator("#f-requesting-state")).ToHaveValueAsync("Brazil");
        await Expect(page.Locator("#f-requesting-office")).ToHaveValueAsync("Central office");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_that_leaves_a_field_is_not_lost_to_what_the_field_changes()
    {
        var page = await chromium.Begun();
        await page.GetByLabel("Own reference").FillAsync("OWN-7");
        await page.Step(5);
        await Expect(page.Locator("h1")).ToContainTextAsync("5.");
        await page.Step(2);
        await page.GetByLabel("State", new() { Exact = true }).FillAsync("FRA");
        await page.Button("Next");
        await Expect(page.Locator("h1")).ToContainTextAsync("3.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_provision_of_the_library_is_taken_into_the_letter_and_a_site_without_a_library_says_so()
    {
        var page = await chromium.Begun();
        await Expect(page.GetByText("This site has no library of laws.")).ToBeVisibleAsync();
        await page.RouteAsync(
            "**/api/laws/package", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Library }));
        await page.GetByText("Load the library of laws").ClickAsync();
        await page.Button("Load it from this site");
        await page.Locator("#f-requesting-state").FillAsync("XAA");
        await page.Locator("#f-requesting-state").BlurAsync();
        await page.Button("Take into the letter");
        await Expect(page.GetByLabel("Provision of law").First).ToHaveValueAsync("Criminal Code, article 214");
        await page.Step(12);
        await page.GetByText("Show the letter").ClickAsync();
        await Expect(page.Locator(".rw-letter")).ToContainTextAsync("Whoever hides property shall be punished.");
        await page.Context.CloseAsync();
    }
}
