using System.Net;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Mails;

/// <summary>An authority designates itself: its mission hears of it by mail, and stands by it with one click (V01).</summary>
[Collection(SharedHubCollection.Name)]
public sealed class HeldNoticeTests(SharedHub shared)
{
    private const string State = "EST";
    private const string Form = "application/x-www-form-urlencoded";
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_mission_is_asked_about_a_designation_that_is_not_its_own_sees_it_and_confirms_it_once()
    {
        var (mission, neighbour) = (await _hub.Mission(State), await _hub.Mission("LVA"));
        var id = await _hub.Submit(await _hub.Office(State, "AUTHORITY"), SampleNotices.Designation(State), routedTo: "HELD");

        await Eventually.True(async () => (await About(id, mission)).Count > 0, "the mission is asked", TimeSpan.FromSeconds(60));
        var link = Regex.Match(Assert.Single(await About(id, mission)), "href=\"[^\"]*/(links/[^\"]+)\"").Groups[1].Value;
        Assert.Empty(await About(id, neighbour));

        Assert.Contains("office-18@EST.example", (await _hub.Nobody.Get(link)).Expect(200).Text, StringComparison.Ordinal);
        await _hub.Reaches(id, "HELD");
        Assert.Matches(Named(id), (await _hub.Nobody.PostText(link, "", Form)).Expect(200).Text);
        await _hub.Reaches(id, "REVIEW");
        Assert.DoesNotContain("<button", (await _hub.Nobody.PostText(link, "", Form)).Expect(200).Text, StringComparison.Ordinal);

        Assert.Equal("SECOND_REVIEW", (await _hub.Approve(id))["status"]);
        Assert.Equal("COMMITTED", (await _hub.Approve(id, await _hub.Reviewer("second reviewer")))["status"]);
        Assert.DoesNotContain("office-18", (await _hub.Nobody.Get(link)).Expect(200).Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> About(string notice, string address) =>
        [.. (await _hub.Delivered(address)).Select(WebUtility.HtmlDecode).OfType<string>()
            .Where(m => Regex.IsMatch(m, Named(notice)))];

    // By its short name, as people are told it.
    private static string Named(string notice) => $@"\b{notice[..3]}-\d{{4}}-[A-Z][0-9A-Z]{{4}}\b";
}
