using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Browser.Tests;

/// <summary>What a test of the request writer does over and over.</summary>
internal static class RequestWriterSteps
{
    /// <summary>A request for bank records, on the step of its office and its offences.</summary>
    public static async Task<IPage> Begun(this Chromium chromium)
    {
        var page = await chromium.Blank();
        await page.GotoAsync("requests");
        await page.Button("Write a new request");
        await page.GetByLabel("Type of assistance").SelectOptionAsync("BANK");
        await page.Step(4);
        return page;
    }

    /// <summary>Types into a field, and leaves it.</summary>
    public static async Task Say(this IPage page, string label, string value)
    {
        await page.GetByLabel(label).FillAsync(value);
        await page.GetByLabel(label).BlurAsync();
    }

    /// <summary>Holds the reference of the request that is open against one.</summary>
    public static async Task Reference(this IPage page, string expected)
    {
        await page.Button("Write");
        await page.Step(4);
        await Expect(page.GetByLabel("Own reference")).ToHaveValueAsync(expected);
    }

    /// <summary>Whether the page asks before it closes.</summary>
    public static Task<bool> Asks(this IPage page) =>
        page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))");

    /// <summary>Goes to a step.</summary>
    public static Task Step(this IPage page, int number) => page.Locator(".rw-step").Nth(number - 1).ClickAsync();

    /// <summary>Presses a button.</summary>
    public static Task Button(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
}
