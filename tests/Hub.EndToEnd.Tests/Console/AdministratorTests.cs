using Azure.Data.Tables;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>What an administrator does with keys, sessions and failures, by clicks and keys alone.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class AdministratorTests(SharedHub shared, Visitors visitors)
{
    private const string Daniel = "Daniel Osei";

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_key_is_issued_shown_once_used_and_taken_away()
    {
        var daniel = await visitors.Person(Hub, Daniel);
        await daniel.GotoAsync("/console/people/partners/edit");
        await daniel.GetByLabel("Name", new() { Exact = true }).FillAsync("story network");
        await daniel.GetByLabel("How the contact is addressed").FillAsync("Story Secretariat");
        await daniel.GetByLabel("Mail address").FillAsync("secretariat@story.example");
        await daniel.Presses("Save the partner");
        await daniel.Follows("Keys and people");
        await daniel.Follows("Issue a key");
        await daniel.Presses("Issue a key");
        await daniel.Reads("Choose who will use the key.");
        await daniel.GetByLabel("Partner network", new() { Exact = false }).CheckAsync();
        await daniel.GetByLabel("Name", new() { Exact = true }).FillAsync("story network");
        await daniel.Presses("Issue a key");
        await daniel.Reads("This is the only time that the key is shown.");
        var secret = (await daniel.Locator("pre").InnerTextAsync()).Trim();

        await daniel.ReloadAsync();
        await daniel.Reads("This form was sent before, and nothing was done a second time.");
        Assert.DoesNotContain(secret, await daniel.ContentAsync(), StringComparison.Ordinal);

        using var partner = new ApiClient(Hub.Local.Address, secret);
        (await partner.Get("api/events?after=0")).Expect(200);
        await daniel.GotoAsync("/console/people");
        await daniel.Searches("Name or number", "story network");
        await Expect(daniel.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        Assert.DoesNotContain(secret, await daniel.ContentAsync(), StringComparison.Ordinal);
        await daniel.GetByRole(AriaRole.Link, new() { Name = "Take away story network" }).ClickAsync();
        await daniel.Presses("Take the key away");
        await daniel.Reads("It opens nothing any more.");
        await Eventually.True(
            async () => (await partner.Get("api/events?after=0")).Status == 401, "the key opens nothing any more", TimeSpan.FromMinutes(1));
        await daniel.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reviewer_sees_keys_and_changes_none_and_a_session_that_is_ended_is_over_at_once()
    {
        var (amina, daniel) = (await visitors.Person(Hub, "Amina Diallo"), await visitors.Person(Hub, Daniel));
        await amina.Follows("Keys and people");
        await Expect(amina.GetByRole(AriaRole.Link, new() { Name = "Issue a key" })).ToHaveCountAsync(0);
        await amina.GotoAsync("/console/people/keys/new");
        await amina.Reads("This is not for you");

        await daniel.GotoAsync("/console/people/sessions");
        await daniel.GetByRole(AriaRole.Row).Filter(new() { HasText = "Amina Diallo" })
            .GetByRole(AriaRole.Button).First.ClickAsync();
        await daniel.Reads("The session has ended.");
        await amina.GotoAsync("/console/people");
        await Expect(amina).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        foreach (var page in new[] { amina, daniel })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_failure_is_found_and_retried()
    {
        const string id = "MLT-0story";
        var failures = new TableServiceClient(Hub.Local.Storage.ConnectionString).GetTableClient("Failures");
        await failures.UpsertEntityAsync(new TableEntity("failure", "0000000000000000000-story")
        {
            ["Json"] = $$"""
                {
                  "id": "0000000000000000000-story", "queue": "notices", "body": "{{id}}", "reason": "It broke.",
                  "failedAt": "2026-01-01T00:00:00Z", "retriedAt": null
                }
                """,
        });

        var daniel = await visitors.Person(Hub, Daniel);
        await daniel.Follows("Operations");
        await daniel.GotoAsync("/console/operations/failures");
        await daniel.Searches("Reason or number", id);
        await daniel.GetByRole(AriaRole.Checkbox).CheckAsync();
        await daniel.Presses("Retry what is chosen");
        await daniel.Reads("Retry failures (1)?");
        await daniel.Presses("Retry (1)");
        await daniel.Reads("What you chose is tried again.");
        await daniel.GotoAsync("/console/operations/failures?show=ALL");
        await daniel.Searches("Reason or number", id);
        await daniel.Reads("retried or settled");
        await daniel.Context.CloseAsync();
    }
}
