using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>Every screen of an office and of a partner, as whoever has signed in by mail sees it.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class SignedInScreenTests(SharedHub shared, Visitors visitors)
{
    /// <summary>Screens of an office: of a record and of a notice there are more.</summary>
    private static readonly IReadOnlyList<string> OfOffices =
    [
        "/office", "/office/preferences", "/office/laws", "/office/laws/new", "/office/laws/none", "/sign-in/sessions",
        "/directory/find?state=SYC",
    ];

    /// <summary>Screens of a partner: of an endpoint there are more.</summary>
    private static readonly IReadOnlyList<string> OfPartners =
    [
        "/partners", "/partners/endpoints/new", "/partners/events", "/partners/signatures", "/partners/integrity", "/partners/claims",
        "/partners/pages",
    ];

    private RunningHub Hub => shared.Hub;

    [Trait("Category", "Long")]
    [Theory]
    [InlineData("en", "CPV")]
    [InlineData("ar", "DJI")]
    public async Task Axe_finds_nothing_on_any_screen_of_an_office(string language, string state)
    {
        var (mission, office) = (await Hub.Mission(state, language), await Hub.Office(state));
        var record = await Hub.Designate(office, SampleNotices.Designation(state));
        var asked = await Hub.Submit(
            office,
            SampleNotices.Contact(state, record, new() { ["emails"] = new JsonArray(new JsonObject { ["address"] = "nobody" }) }), "QUERY");
        var held = await Hub.Submit(await Hub.Office(state, "AUTHORITY"), SampleNotices.Designation(state, "16", "EXTRADITION"), "HELD");
        var page = await visitors.Anybody(Hub, scripts: true, language: language);
        await page.OpensByMail(Hub, mission, "/office");
        await ScreenTests.Look(page, OfOffices.Concat(
            [$"/office/records/{record}", $"/office/records/{record}/change", $"/office/notices/{asked}", $"/office/notices/{held}"]));
    }

    [Trait("Category", "Long")]
    [Fact]
    public async Task Axe_finds_nothing_on_any_screen_of_a_partner()
    {
        const string Name = "looked-at";
        var address = await Hub.PartnerWithContact(Name);
        var endpoint = await Hub.Listen(Name);
        var record = await Hub.Designate(await Hub.Office("MRT"), SampleNotices.Designation("MRT"));
        await Hub.AllSent();
        var page = await visitors.Anybody(Hub, scripts: true);
        await page.OpensByMail(Hub, address, "/partners");
        var below = new[] { "", "/deliveries", "/recovery", "/filter", "/secret", "/url", "/deletion", $"/events/{(await Hub.Events()).Count}" };
        await ScreenTests.Look(page, OfPartners.Concat(below.Select(b => $"/partners/endpoints/{endpoint}{b}")).Append($"/records/{record}"));
    }
}
