using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests;

/// <summary>I6: what is restricted reaches the directory's readers only, and what is the Secretariat's nobody else.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class ConfidentialityTests(SharedHub shared)
{
    /// <summary>Stands in what the directory's readers may see.</summary>
    private static readonly string[] Restricted =
        [
            "Marker Authority Name",
            "+99915557001",
            "+99915557002",
            "Marker Street 1",
            "marker-office@state.example",
            "Marker Consenting Person",
            "Marker comment",
        ];

    /// <summary>Stands in what the Secretariat alone may see.</summary>
    private static readonly string[] Secretariat = ["+99915557003", "Marker Hidden Person", "Marker file name"];

    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task Contact_data_come_out_where_they_may_and_nowhere_else()
    {
        await Receivers();
        await Submit(await _hub.Office("FIN"));
        await _hub.AllSent();

        var (mails, directory) = (await Mails(), (await (await _hub.Reader()).Get("api/authorities?state=FIN")).Expect(200).Text);
        // What is looked for must be there to be found: in the mail of the change, and in the directory.
        Assert.All(
            Restricted.Except(["Marker Consenting Person", "Marker Authority Name"]),
            marker => Assert.Contains(marker, directory, StringComparison.Ordinal));
        Assert.Contains("+99915557002", WebUtility.HtmlDecode(mails), StringComparison.Ordinal);
        await Eventually.True(() => shared.Traces.Text.Contains("webhook.deliver", StringComparison.Ordinal), "the traces have come");
        foreach (var (place, text) in await OpenPlaces())
            Assert.All(Restricted.Concat(Secretariat), marker => AbsentIn(place, text, marker));
        Assert.All(Secretariat, marker => AbsentIn("the mails", mails, marker));
        Assert.All(Secretariat, marker => AbsentIn("a reader's directory", directory, marker));
    }

    private async Task Receivers()
    {
        await _hub.Listen("confidential", after: 0);
        (await _hub.Secretariat.Put("api/subscribers/confidential", new JsonObject
        {
            ["state"] = "FIN", ["address"] = "mission@fin.example", ["language"] = "fr", ["name"] = "Mission",
        })).Expect(200);
    }

    private async Task Submit(ApiClient office)
    {
        var designation = SampleNotices.Designation("FIN");
        var authority = designation["changes"]![0]!["authority"]!;
        authority["authorityName"] = new JsonObject { ["en"] = "Marker Authority Name" };
        authority["phones"] = new JsonArray(Phone("+99915557001", "OFFICE"), Phone("+99915557003", "MOBILE"));
        authority["contactPerson"] = new JsonObject { ["name"] = "Marker Hidden Person", ["consent"] = false };
        authority["postalAddress"] = new JsonObject { ["lines"] = new JsonArray("Marker Street 1"), ["city"] = "Helsinki" };
        authority["emails"] = new JsonArray(new JsonObject { ["address"] = "marker-office@state.example" });
        authority["comments"] = "Marker comment";
        var record = await _hub.Designate(office, designation);
        var amended = new JsonObject
        {
            ["phones"] = new JsonArray(Phone("+99915557001", "OFFICE"), Phone("+99915557002", "EMERGENCY"), Phone("+99915557003", "HOME")),
        };
        await _hub.Approve(await _hub.Submit(office, SampleNotices.Contact("FIN", record, amended)));
        await Refused(office, record);
    }

    // What is refused, cannot be read or is asked about is not quoted in a log either.
    private async Task Refused(ApiClient office, string record)
    {
        (await office.Post("api/notices", SampleNotices.Contact("FIN", record, new() { ["Marker comment"] = "+99915557002" }))).Expect(422);
        (await office.PostText("api/notices", "{ \"Marker Hidden Person\": +99915557003 }")).Expect(400);
        (
            await office.Post(
                "api/notices",
                SampleNotices.Comment("FIN", record, "Marker comment"),
                ("Idempotency-Key", new string('x', 300)))
        ).Expect(400);
        await _hub.Submit(
            office,
            SampleNotices.Contact("FIN", record, new() { ["emails"] = new JsonArray(new JsonObject { ["address"] = "Marker comment" }) }),
            "QUERY");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(SampleNotices.Confirmation("FIN", record, "Marker comment").ToJsonString()), "notice" },
            { new ByteArrayContent([1]), "file", "Marker file name.pdf" },
        };
        (await office.Send(HttpMethod.Post, "api/notices", form)).Expect(202);
    }

    private async Task<IEnumerable<(string Place, string Text)>> OpenPlaces() =>
    [
        ("the webhooks", string.Join('\n', (await _hub.Received("confidential")).Select(r => r.Body))),
        ("the log", (await (await _hub.PartnerNamed("a partner")).Get("api/events?limit=500")).Expect(200).Text),
        ("the pages", await Pages()),
        ("the networks", (await _hub.Nobody.Get("api/networks")).Expect(200).Text
            + (await _hub.Nobody.Get("api/states/FIN/networks")).Expect(200).Text),
        ("the traces", shared.Traces.Text),
        ("the functions' output", _hub.Local.Functions.Output),
        ("the failures", (await _hub.Secretariat.Get("api/failures")).Expect(200).Text),
        ("the health", (await _hub.Nobody.Get("healthz")).Expect(200).Text),
    ];

    private async Task<string> Pages()
    {
        var (web, text) = (_hub.Blobs.GetBlobContainerClient("$web"), new StringBuilder());
        await foreach (var blob in web.GetBlobsAsync())
            if (blob.Name.Contains("FIN", StringComparison.OrdinalIgnoreCase) || blob.Name.EndsWith("index.json", StringComparison.Ordinal))
                text.AppendLine(blob.Name).Append((await web.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        Assert.NotEqual(0, text.Length);
        return text.ToString();
    }

    private async Task<string> Mails() => string.Join('\n', (await _hub.Sent()).Select(m => m.Text));

    private static JsonObject Phone(string number, string purpose) => new() { ["number"] = number, ["purpose"] = purpose };

    private static void AbsentIn(string place, string text, string marker) =>
        Assert.False(WebUtility.HtmlDecode(text).Contains(marker, StringComparison.OrdinalIgnoreCase), $"{marker} stands in {place}.");
}
