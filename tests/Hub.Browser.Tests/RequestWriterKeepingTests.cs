using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Browser.Tests;

/// <summary>What somebody wrote is theirs: it is not lost without a question, and practice is kept apart from it.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class RequestWriterKeepingTests(Chromium chromium)
{
    [Fact]
    public async Task A_draft_that_is_in_no_file_is_lost_after_a_question_only()
    {
        var page = await chromium.Begun();
        await page.Say("Own reference", "OWN-7");
        await page.Button("Start");
        await page.Button("Write a new request");
        await Expect(page.Locator("#question")).ToBeFocusedAsync();
        await page.Button("Stay here");
        await page.Reference("OWN-7");
        await page.Button("Start");
        await page.Button("Write a new request");
        await page.Button("Go on without saving");
        await page.Reference("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_closes_without_a_question_only_once_the_draft_is_a_file()
    {
        var page = await chromium.Begun();
        // Not even left, the field counts.
        await page.GetByLabel("Own reference").PressSequentiallyAsync("O");
        Assert.True(await page.Asks());
        await page.Step(12);
        await page.RunAndWaitForDownloadAsync(() => page.Button("Save the draft as a file"));
        await Expect(page.GetByText("The draft is saved as a file.")).ToBeVisibleAsync();
        Assert.False(await page.Asks());
        await page.Button("Enter it as sent today");
        Assert.True(await page.Asks());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Practice_puts_nothing_into_the_register_and_ones_own_request_waits()
    {
        var page = await chromium.Begun();
        await page.Say("Own reference", "OWN-7");
        await page.Step(12);
        await page.Button("Enter it as sent today");
        await page.Button("Practise");
        await page.Button("Open C3");
        await Expect(page.GetByText("Nothing of it goes into your register")).ToBeVisibleAsync();
        await page.Step(12);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Enter it as sent today" })).ToHaveCountAsync(0);
        await Expect(page.GetByText("it cannot be entered in your register")).ToBeVisibleAsync();
        await page.GetByText("Show the letter").ClickAsync();
        await Expect(page.GetByText("PRACTICE: an invented case")).ToBeVisibleAsync();
        await page.Button("My register");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody")).ToContainTextAsync("OWN-7");
        await page.Button("Back to my own request");
        await page.Reference("OWN-7");
        await page.Context.CloseAsync();
    }
}
