using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Deque.AxeCore.Playwright;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Hub.Pages.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Browser.Tests;

/// <summary>A request is written from the first step to the Word file, and nothing of it leaves the browser.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class RequestWriterTests(Chromium chromium)
{
    private const string Secret = "Quillon Zebratrust";

    [Fact]
    public async Task Nothing_of_a_case_leaves_the_page_while_it_is_written()
    {
        var page = await chromium.Blank();
        var sent = Watch(page);
        await page.GotoAsync("requests");
        await Write(page);
        Assert.Contains(Secret, await SaveWord(page), StringComparison.Ordinal);
        string[] allowed = ["requests", "api/directory/package", "api/laws/package"];
        Assert.Contains(sent, r => r.Url.EndsWith("api/directory/package", StringComparison.Ordinal));
        Assert.All(sent.Where(r => !r.Url.StartsWith("blob:", StringComparison.Ordinal)), r =>
        {
            Assert.Contains(r.Url[chromium.Site.ToString().Length..], allowed);
            Assert.Equal(("GET", (string?)null), (r.Method, r.PostData));
        });
        Assert.All(sent, r => Assert.DoesNotContain("Zebra", $"{r.Url} {string.Join(' ', r.Headers.Values)}", StringComparison.OrdinalIgnoreCase));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task It_goes_on_without_a_network_and_opens_from_a_disk()
    {
        var page = await chromium.Blank();
        await page.GotoAsync("requests");
        await page.Context.SetOfflineAsync(true);
        await Write(page);
        Assert.Contains(Secret, await SaveWord(page), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var file = Path.Combine(Directory.CreateTempSubdirectory("requests-").FullName, "requests.html");
        await File.WriteAllBytesAsync(file, RequestWriter.Page.Content.ToArray());
        page = await chromium.Blank();
        var sent = Watch(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await Expect(page.GetByText("No directory is loaded.").First).ToBeVisibleAsync();
        await Write(page);
        Assert.Contains(Secret, await SaveWord(page), StringComparison.Ordinal);
        Assert.All(sent, r => Assert.DoesNotContain("http", r.Url.Split(':')[0], StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("English", 1200)]
    [InlineData("العربية", 390)]
    public async Task Each_step_is_accessible_and_fits_the_screen(string language, int width)
    {
        var page = await chromium.Blank();
        await page.SetViewportSizeAsync(width, 800);
        await page.GotoAsync("requests");
        await page.Locator(".rw-nav button").Nth(3).ClickAsync();
        await page.Locator(".hub-card button").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = language, Exact = true }).ClickAsync();
        for (var step = 0; step < 12; step++)
        {
            await page.Locator(".rw-step").Nth(step).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
            var found = (await page.RunAxe()).Violations;
            Assert.True(found.Length == 0, $"step {step + 1}: {string.Join("; ", found.Select(v => $"{v.Id} {v.Nodes[0].Html}"))}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"step {step + 1} is wider than {width}");
        }
        await page.Context.CloseAsync();
    }

    private static ConcurrentQueue<IRequest> Watch(IPage page)
    {
        var sent = new ConcurrentQueue<IRequest>();
        page.Context.Request += (_, request) => sent.Enqueue(request);
        return sent;
    }

    private static async Task Write(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Write a new request" }).ClickAsync();
        await page.GetByLabel("Type of assistance").SelectOptionAsync("BANK");
        await Next(page);
        await page.GetByLabel("State", new() { Exact = true }).FillAsync("FRA");
        await page.GetByLabel("Office", new() { Exact = true }).FillAsync("Ministry of Justice");
        await Next(page);
        await page.GetByLabel("Instrument").SelectOptionAsync("UNTOC");
        await Next(page);
        await page.GetByLabel("Own reference").FillAsync("ZEBRA-2026-7");
        await Next(page);
        await page.GetByLabel("What happened").FillAsync($"{Secret} sent money abroad.");
        await Next(page);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(Secret);
        await Next(page);
        await page.GetByLabel("Bank and branch").FillAsync("Zebra Bank");
        foreach (var _ in Enumerable.Range(7, 4))
            await Next(page);
        await Expect(page.GetByText("Give the period: not over ten years, not in the future.").First).ToBeVisibleAsync();
        await Next(page);
    }

    private static Task Next(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();

    private static async Task<string> SaveWord(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as a Word file" }).ClickAsync());
        Assert.Equal("ZEBRA-2026-7.docx", download.SuggestedFilename);
        var path = await download.PathAsync();
        using (var word = WordprocessingDocument.Open(path, isEditable: false))
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        await using var file = await ZipFile.OpenReadAsync(path);
        await using var document = await file.GetEntry("word/document.xml")!.OpenAsync();
        return await new StreamReader(document, Encoding.UTF8).ReadToEndAsync();
    }
}
