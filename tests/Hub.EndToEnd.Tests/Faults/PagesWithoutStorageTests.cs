using Hub.EndToEnd.Tests.Console;
using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>At a browser while storage or the mailbox is away: the page says so, nothing typed is lost, and there is a way on.</summary>
[Collection(FaultyStorageCollection.Name)]
public sealed class PagesWithoutStorageTests(FaultyHub faulty, Visitors visitors) : IClassFixture<Visitors>
{
    private const string Away = "The hub cannot reach its storage";
    private readonly RunningHub _hub = faulty.Hub;

    [Fact]
    public async Task What_was_typed_while_storage_is_away_is_sent_once_it_is_back()
    {
        var daniel = await visitors.Person(_hub, "Daniel Osei");
        var reader = await visitors.Anybody(_hub);
        await daniel.GotoAsync("/console/people/partners/edit");
        await daniel.GetByLabel("Name", new() { Exact = true }).FillAsync("Network of the outage");
        await daniel.GetByLabel("How the contact is addressed").FillAsync("Its secretariat");
        await daniel.GetByLabel("Mail address").FillAsync("office@outage.example");
        // The session has to outlive the power cut.
        await faulty.IsOnDisk(await _hub.Submit(_hub.Secretariat, SampleNotices.Correction("arin-wa", "Before the outage", "SEN")));

        await _hub.Local.Storage.Kill();
        await daniel.Presses("Save the partner");
        await daniel.Reads(Away);
        foreach (var typed in new[] { "Network of the outage", "Its secretariat", "office@outage.example" })
            await daniel.Reads(typed);
        // What was read a second ago still answers, and a browser keeps a network page for a minute: whoever asks keeps nothing.
        await LocalProcesses.Eventually.True(
            async () => (await _hub.Secretariat.Get("api/networks")).Status == 503, "what was read of the register is old");
        foreach (var address in new[] { "/networks/en/carin.html", "/editions" })
        {
            Assert.Equal((address, 503), (address, (await reader.GotoAsync(address))!.Status));
            await reader.Reads(Away);
            await Expect(reader.GetByRole(AriaRole.Link, new() { Name = "Try again" })).ToHaveAttributeAsync("href", address);
        }
        await _hub.Local.Storage.Restart();

        await reader.GotoAsync("/networks/en/carin.html");
        await reader.Reads("Camden Asset Recovery");
        await daniel.Presses("Send what I typed");
        await Expect(daniel.GetByRole(AriaRole.Rowheader, new() { Name = "Network of the outage" })).ToBeVisibleAsync();
        foreach (var page in new[] { daniel, reader })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task While_the_mailbox_is_away_people_go_on_and_see_how_many_mails_wait()
    {
        await faulty.AllSent();
        var daniel = await visitors.Person(_hub, "Daniel Osei");
        await _hub.Local.KillSimulators();
        await faulty.Change();
        await LocalProcesses.Eventually.True(
            async () =>
            {
                await daniel.GotoAsync("/console/operations");
                return (await daniel.Locator("#content").InnerTextAsync()).Contains("Mails that are due: 1", StringComparison.Ordinal);
            },
            "the page says that a mail waits");
        await _hub.Local.StartSimulators();
        await faulty.AllSent();
        await daniel.Context.CloseAsync();
    }
}
