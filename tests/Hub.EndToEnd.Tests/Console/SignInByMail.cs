using System.Net;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>Signing in with the mail that comes to an address.</summary>
internal static partial class SignInByMail
{
    /// <summary>Opens a page that wants somebody to sign in, asks for the mail and types the code that comes.</summary>
    public static async Task OpensByMail(this IPage page, RunningHub hub, string address, string path)
    {
        await page.GotoAsync(path);
        await page.Asks(address);
        await page.Locator("#code").FillAsync((await hub.SignInMail(address)).Code);
        await page.Locator("#content button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}$"));
    }

    /// <summary>Asks for the mail.</summary>
    public static async Task Asks(this IPage page, string address)
    {
        await page.Locator("#address").FillAsync(address);
        await page.Locator("form[action='/sign-in/mail'] button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in/code$"));
    }

    /// <summary>What the newest mail to an address signs in with.</summary>
    public static async Task<(string Link, string Code)> SignInMail(this RunningHub hub, string address)
    {
        string? text = null;
        await Eventually.True(
            async () => (text = (await hub.Delivered(address)).Select(WebUtility.HtmlDecode)
                .LastOrDefault(m => m!.Contains("/sign-in/mail/", StringComparison.Ordinal))) is not null,
            "the mail with the link comes", TimeSpan.FromSeconds(60));
        return (Link().Match(text!).Value, Code().Match(text!).Value.Replace(" ", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/sign-in/mail/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{5} \d{5}\b")]
    private static partial Regex Code();
}
