using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>What is wrong with the directory's records, as the Secretariat sees it.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class QualityTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_record_that_lacks_something_stands_under_its_State_without_any_contact_data()
    {
        var record = await _hub.Designate(await _hub.Office("FIN"), SampleNotices.Designation("FIN"));
        var listed = (await _hub.Secretariat.Get("api/quality")).Expect(200);
        var state = Assert.Single(listed.Json["items"]!.AsArray(), s => (string)s!["state"]! == "FIN");
        Assert.Contains(state!["items"]!.AsArray(), i => (string)i!["subject"]! == record && (string)i["kind"]! == "INCOMPLETE");
        var shown = (await (await _hub.Reader()).Get($"api/authorities/{record}")).Expect(200);
        Assert.Equal(["ACTIVE"], shown.Headers.GetValues("Hub-Record-Status"));
        Assert.DoesNotContain("@", listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("+999", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_Secretariat_reads_it_and_resolves_what_came_back()
    {
        (await (await _hub.Reader()).Get("api/quality")).Expect(403);
        (await _hub.Nobody.Get("api/quality")).Expect(401);
        (await (await _hub.Office("FIN")).Post("api/quality/mission-fin/resolve", new JsonObject())).Expect(403);
        (await _hub.Secretariat.Post("api/quality/mission-fin/resolve", new JsonObject())).Expect(404);
    }
}
