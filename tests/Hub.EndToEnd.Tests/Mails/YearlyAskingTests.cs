using System.Net;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Mails;

/// <summary>
/// Whether a record is still right is asked once a year (anchors 15 and 17): the hub's clock is put forward while it is down.
/// </summary>
[Trait("Category", "Long")]
public sealed class YearlyAskingTests : IAsyncLifetime
{
    private const string Subject = "<h1>Please confirm what the directory of competent authorities holds</h1>";
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly Regex Button = new("href=\"[^\"]*/(links/[^\"]+)\"");
    private RunningHub _hub = null!;

    public async Task InitializeAsync() => _hub = await RunningHub.Start(new LocalHubOptions { Speed = 600 });

    public Task DisposeAsync() => _hub.DisposeAsync().AsTask();

    [Fact]
    public async Task After_a_year_each_record_is_asked_about_and_after_another_quarter_those_that_nobody_confirmed_are_shown_so()
    {
        var (answering, silent) = (await Designated("FIN"), await Designated("GHA"));
        var mission = await _hub.Mission("FIN");

        await After(days: 370);
        var mail = await OneAsking("office-18@fin.example");
        await OneAsking("office-18@gha.example");
        await OneAsking(mission);
        await Confirm(mail, "FIN");

        await After(days: 370 + 92);
        Assert.Equal(["CONFIRMED", "NON_CONFIRMED"], [await StatusOf(answering), await StatusOf(silent)]);
        Assert.Equal([silent], await Unconfirmed());
        Assert.Single(await Asked("office-18@fin.example"));
    }

    private async Task<string> Designated(string state) => await _hub.Designate(await _hub.Office(state), SampleNotices.Designation(state));

    private async Task After(int days)
    {
        await _hub.Local.Functions.Kill();
        _hub.Local.DaysAhead = days;
        await _hub.Local.Functions.Start();
        await _hub.AllSent();
    }

    private async Task<string> OneAsking(string address)
    {
        await Eventually.True(async () => (await Asked(address)).Count > 0, $"{address} is asked", TimeSpan.FromSeconds(60));
        return Assert.Single(await Asked(address));
    }

    private async Task<IReadOnlyList<string>> Asked(string address) =>
        [.. (await _hub.Delivered(address)).Where(m => m.Contains(Subject, StringComparison.Ordinal))];

    private async Task Confirm(string mail, string state)
    {
        var link = Button.Match(WebUtility.HtmlDecode(mail)).Groups[1].Value;
        (await _hub.Nobody.Get(link)).Expect(200);
        var notice = Regex.Match((await _hub.Nobody.PostText(link, "", Form)).Expect(200).Text, $"{state}-[0-9a-f]{{32}}").Value;
        await _hub.Reaches(notice, "REVIEW");
        Assert.Equal("COMMITTED", (await _hub.Approve(notice))["status"]);
    }

    private async Task<string> StatusOf(string record) =>
        (await (await _hub.Reader()).Get($"api/authorities/{record}")).Expect(200).Headers.GetValues("Hub-Record-Status").Single();

    private async Task<IEnumerable<string>> Unconfirmed() =>
        (await _hub.Secretariat.Get("api/quality")).Expect(200).Json["items"]!.AsArray()
            .SelectMany(s => s!["items"]!.AsArray()).Where(i => (string)i!["kind"]! == "UNCONFIRMED").Select(i => (string)i!["subject"]!);
}
