using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>A partner at its pages, by clicks and keys alone, without scripts.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class PortalTests(SharedHub shared, Visitors visitors)
{
    private const string Hook = "story-partner";
    private const string Guide = "for-partners.md";

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_partner_adds_an_endpoint_learns_to_check_signatures_sees_a_failed_delivery_and_sends_it_again()
    {
        var address = await Hub.PartnerWithContact(Hook);
        var page = await visitors.Anybody(Hub);
        await page.OpensByMail(Hub, address, "/partners");
        await page.Reads("You have no endpoint yet");

        // The receiver is asked, and consents; the secret is shown, once.
        await page.Presses("Add an endpoint");
        await page.Presses("Add and ask for consent");
        await page.Reads("Type an https address");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync(new Uri(Hub.Local.Partner, $"hooks/{Hook}").ToString());
        await page.Presses("Add and ask for consent");
        await page.Reads("It is shown once");
        var secret = (await page.Locator("pre").InnerTextAsync()).Trim();
        await Listens(secret);

        await page.Follows("Check a signature");
        await page.Reads("isGenuine");
        await page.Shows(Guide, "partner-signatures");
        await page.Follows("Events");
        await page.Follows("A record changed");
        Assert.EndsWith("#sample-AuthorityAmended", page.Url, StringComparison.Ordinal);

        // It works before anything happens.
        await page.Follows("Endpoints");
        await page.Locator("table a[href^='/partners/endpoints/']").First.ClickAsync();
        var endpoint = page.Url;
        await page.Presses("Send a test event");
        await page.Reads("The test event arrived");
        Assert.DoesNotContain("Nothing was sent", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Shows(Guide, "partner-endpoint");

        // The receiver is out of order when a record changes.
        (await Hub.Partner.Post("control/faults", SampleNotices.Object(
            $$"""{ "kind": "fail", "status": 500, "count": 2, "match": "POST /hooks/{{Hook}}" }"""))).Expect(201);
        await Hub.Designate(await Hub.Office("SVN"), SampleNotices.Designation("SVN"));
        await Eventually.True(async () => (await Hub.Received(Hook)).Count > 0, "it arrives at last", TimeSpan.FromMinutes(2));
        await page.GotoAsync(endpoint);
        await page.Follows("Deliveries");
        await page.Reads("Answered 500");
        await page.Shows(Guide, "partner-deliveries");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Answered 500" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await page.Reads("Your receiver took it.");
        await page.Presses("Send it again now");
        await page.Reads("The event was sent again, and arrived.");
        var received = await Hub.Received(Hook);
        Assert.True(received.Count >= 2 && received.Select(r => r.Id).Distinct().Count() < received.Count, "the same event came twice");
        Assert.All(received, r => Assert.True(r.IsSigned));

        // What the event is about: no name, no number.
        await page.Follows("What everybody may read of it");
        await page.Reads("Slovenia");
        await page.Reads("Where it stands");
        Assert.DoesNotContain("+99915550100", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Office for MLA", await page.ContentAsync(), StringComparison.Ordinal);
        await Expect(page).ToHaveURLAsync(new Regex("/records/"));
        await page.Context.CloseAsync();
    }

    private async Task Listens(string secret)
    {
        var keys = (await Hub.Secretariat.Get(".well-known/jwks.json")).Expect(200).Json.DeepClone();
        (await Hub.Partner.Put($"control/hooks/{Hook}", new JsonObject { ["secret"] = secret, ["keySet"] = keys })).Expect(204);
    }
}
