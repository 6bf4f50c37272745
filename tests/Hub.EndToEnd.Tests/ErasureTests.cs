using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests;

/// <summary>A person is erased: afterwards no table, no blob and no log of the whole hub knows who it was.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class ErasureTests(SharedHub shared)
{
    private const string Shown = "Tsetseg Ganbold-Erased";
    private const string Hidden = "Ganbold-Erased, Tsetseg";
    private const string Address = "t.ganbold@erased.example";
    private const string Mobile = "+97655577001";
    private const string Home = "+97655577002";
    private const string State = "MNG";
    private static readonly string[] Traces = ["Ganbold", "erased.example", "55577001", "55577002"];
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task Nothing_that_the_hub_keeps_knows_a_person_who_was_erased_and_the_log_still_verifies()
    {
        // The mails first: once the record has it, the address is an authority's.
        var mails = await Mails();
        var record = await Known();
        await _hub.AllSent();
        var before = await Kept();
        Assert.All(Traces, t => Assert.Contains(t, before, StringComparison.OrdinalIgnoreCase));

        var plan = (await _hub.Secretariat.Post("api/erasures?dryRun=true", Person())).Expect(200).Json;
        Assert.Equal(before, await Kept());
        Assert.Contains(plan["items"]!.AsArray(), i => (string)i!["id"]! == record);
        Assert.All(mails, m => Assert.Contains(plan["items"]!.AsArray(), i => (string)i!["id"]! == m));
        await Erased(await Order(Person(), (string)plan["confirmation"]!));

        var after = await Kept();
        Assert.All(Traces, t => Absent(t, after));
        Assert.All(Traces, t => Absent(t, _hub.Local.Functions.Output));
        Assert.Equal("true", (await _hub.Secretariat.Get("api/events/verify")).Expect(200)["verified"]);
        await Public(record);
    }

    [Fact]
    public async Task One_notice_goes_with_everything_that_came_with_it_and_stays_in_the_list()
    {
        const string Text = "Zolzaya Unforgotten";
        var id = await Submit(await _hub.Office("SEN"), SampleNotices.Membership("SEN", "wacap", $"from {Text}"), Text);
        var open = (await _hub.Secretariat.Post("api/erasures?dryRun=true", new JsonObject { ["notice"] = id })).Expect(200).Json;
        Assert.Contains("open", (string)open["items"]![0]!["waits"]!, StringComparison.Ordinal);
        (await _hub.Secretariat.Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "REJECT", ["reason"] = Text })).Expect(
            200);

        var order = new JsonObject { ["notice"] = id };
        var plan = (await _hub.Secretariat.Post("api/erasures?dryRun=true", order.DeepClone())).Expect(200).Json;
        await Erased(await Order(order, (string)plan["confirmation"]!));

        Absent("Unforgotten", await Kept());
        var left = (await _hub.Secretariat.Get($"api/notices/{id}")).Expect(200);
        Assert.Equal(("REJECTED", "NETWORK_MEMBERSHIP"), (left["status"], left["kind"]));
        Assert.NotNull(left.Json["erasedAt"]);
        (await _hub.Secretariat.Get($"api/notices/{id}/documents")).Expect(200);
    }

    [Theory]
    [InlineData("""{ }""", 422)]
    [InlineData("""{ "names": ["a"] }""", 422)]
    [InlineData("""{ "names": [null] }""", 422)]
    [InlineData("""{ "names": "Anna Bell" }""", 422)]
    [InlineData("""{ "numbers": ["1234567890123456789012345"] }""", 422)]
    [InlineData("""{ "notice": "MNG-1", "names": ["Anna Bell"] }""", 422)]
    [InlineData("""{ "notice": "../../originals" }""", 422)]
    [InlineData("""{ "mail": "mail' or PartitionKey ne '" }""", 422)]
    [InlineData("""{ "everything": true }""", 422)]
    [InlineData("""[ ]""", 400)]
    public async Task What_is_no_request_is_refused_in_words(string body, int status) =>
        (await _hub.Secretariat.PostText("api/erasures?dryRun=true", body)).Expect(status);

    [Fact]
    public async Task Only_a_person_of_the_Secretariat_erases_and_only_what_a_plan_said()
    {
        (await _hub.Nobody.Post("api/erasures?dryRun=true", Person())).Expect(401);
        foreach (var other in new[] { await _hub.Office("MNG"), await _hub.Reader(), await _hub.PartnerNamed("a partner") })
            (await other.Post("api/erasures?dryRun=true", Person())).Expect(403);
        var nobody = new JsonObject { ["names"] = new JsonArray("Nobody Whatsoever") };
        var refused = (await _hub.Secretariat.Post("api/erasures", nobody.DeepClone())).Expect(422);
        Assert.Contains("dryRun=true", refused["detail"], StringComparison.Ordinal);
        nobody["confirmation"] = "0123456789abcdef0123456789abcdef";
        (await _hub.Secretariat.Post("api/erasures", nobody)).Expect(409);
        (await _hub.Secretariat.Get("api/erasures/no-such-thing")).Expect(404);
    }

    // A person in every field that can hold one: shown, then hidden, so that there is an earlier version.
    private async Task<string> Known()
    {
        var office = await _hub.Office(State);
        var designation = SampleNotices.Designation(State);
        var authority = designation["changes"]![0]!["authority"]!;
        authority["contactPerson"] = new JsonObject { ["name"] = Shown, ["office"] = "Head", ["consent"] = true };
        authority["phones"] = new JsonArray(Phone("+99915550100", "OFFICE"), Phone(Mobile, "MOBILE"));
        authority["emails"] = new JsonArray(
            new JsonObject { ["address"] = "office@mng.example" }, new JsonObject { ["address"] = Address, ["functional"] = false });
        authority["comments"] = $"Ask for {Shown}.";
        authority["urgentProcedure"] = new JsonObject { ["text"] = $"Call {Shown} at {Home}" };
        authority["postalAddress"] = new JsonObject { ["lines"] = new JsonArray($"c/o {Shown}", "Street 1"), ["city"] = "Ulaanbaatar" };
        designation["text"] = $"Our focal point is {Hidden}, {Address}.";
        var id = await Submit(office, designation, $"La cheffe est {Shown}, {Mobile}, {Address}. Elle a l'honneur de saluer l'Office.");
        await _hub.Approve(id);
        await _hub.Approve(id, await _hub.Reviewer("second reviewer"));
        var record = (await _hub.Events()).First(e => (string?)e["data"]!["noticeId"] == id)["data"]!["recordId"]!.ToString();
        await _hub.Approve(await _hub.Submit(office, SampleNotices.Contact(State, record, new()
        {
            ["contactPerson"] = new JsonObject { ["name"] = Hidden, ["consent"] = false },
            ["phones"] = new JsonArray(Phone("+99915550100", "OFFICE"), Phone(Home, "HOME")),
        })));
        return record;
    }

    // One that a person dismisses, and one that becomes a notice and is rejected.
    private async Task<IReadOnlyList<string>> Mails()
    {
        await _hub.Arrives(Letters.Mail(Address, $"From {Shown}", $"{Letters.Note("MNG/76/2026")}\n\nContact: {Shown}, {Mobile}\n"));
        var held = await _hub.Becomes($"From {Shown}", "HELD");
        (await _hub.Secretariat.Post(
            $"api/mails/{held["id"]}/decision",
            new JsonObject { ["decision"] = "DISMISS", ["reason"] = $"{Shown} writes for herself" })).Expect(200);
        var mission = await _hub.Mission(State);
        await _hub.Arrives(
            Letters.Mail(mission, "NV 77/2026", $"{Letters.Note("MNG/77/2026")}\n\nContact: Ms. {Shown}, {Address}, {Mobile}\n"));
        var mail = await _hub.Becomes("NV 77/2026", "NOTICE");
        var notice = (string)mail["notices"]![0]!;
        await _hub.Reaches(notice, "QUERY");
        (await _hub.Secretariat.Post(
            $"api/notices/{notice}/decision", new JsonObject { ["decision"] = "REJECT", ["reason"] = $"{Shown} said so" })).Expect(200);
        await _hub.Answers(mission, 2);
        return [(string)held["id"]!, (string)mail["id"]!];
    }

    private async Task<string> Submit(ApiClient office, JsonObject notice, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(notice.ToJsonString(), null, "application/json"), "notice", "notice.json" },
        };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", $"CV {text.Split(',')[0]}.txt");
        var id = (await office.Send(HttpMethod.Post, "api/notices", form)).Expect(202).Id;
        await _hub.Reaches(id, "REVIEW");
        await Eventually.True(
            async () => (await office.Get($"api/notices/{id}/documents")).Expect(200).Json["items"]!.AsArray()
                .All(d => (string)d!["state"]! != "WAITING"), "the document is read");
        return id;
    }

    private static JsonObject Person() => new()
    {
        ["names"] = new JsonArray(Shown), ["addresses"] = new JsonArray(Address), ["numbers"] = new JsonArray(Mobile, Home),
    };

    private async Task<string> Order(JsonObject request, string confirmation)
    {
        request["confirmation"] = confirmation;
        return (await _hub.Secretariat.Post("api/erasures", request)).Expect(202).Id;
    }

    private async Task Erased(string id)
    {
        Answer? last = null;
        await Eventually.True(
            async () => (last = (await _hub.Secretariat.Get($"api/erasures/{id}")).Expect(200))["state"] == "DONE",
            $"the erasure is done: {last?.Text}", TimeSpan.FromMinutes(3));
    }

    // What everybody knew stays: the record, without the person, and the events.
    private async Task Public(string record)
    {
        var now = (await (await _hub.Reader()).Get($"api/authorities/{record}")).Expect(200);
        Assert.Equal("3", now["version"]);
        Assert.Contains("office@mng.example", now.Text, StringComparison.Ordinal);
        var events = await _hub.Events();
        var erased = events.Last(e => (string)e["type"]! == "directory.data.erased");
        Assert.True((int)erased["data"]!["erased"]!["NOTICE"]! >= 3, erased.ToJsonString());
    }

    private static JsonObject Phone(string number, string purpose) => new() { ["number"] = number, ["purpose"] = purpose };

    private static void Absent(string trace, string text)
    {
        var at = text.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
        Assert.True(at < 0, at < 0 ? "" : $"'{trace}' stands in: {text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)]}");
    }

    // Every row of every table and every blob of the hub that holds one of the traces: with nothing of others in it, it stays the same.
    private async Task<string> Kept()
    {
        var (text, tables) = (new StringBuilder(), new TableServiceClient(_hub.Local.Storage.ConnectionString));
        await foreach (var table in tables.QueryAsync())
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                if (row.Select(p => p.Value).OfType<string>().Any(IsTraced))
                    text.Append(table.Name).Append(' ').AppendJoin(" ", row.Select(p => p.Value)).AppendLine();
        await foreach (var container in _hub.Blobs.GetBlobContainersAsync())
            await foreach (var blob in _hub.Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                var client = _hub.Blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name);
                var bytes = (await client.DownloadContentAsync()).Value.Content;
                if (IsTraced(blob.Name) || IsTraced(Encoding.Latin1.GetString(bytes)))
                    text.Append(container.Name).Append('/').AppendLine(blob.Name).AppendLine(Encoding.Latin1.GetString(bytes));
            }
        return text.ToString();
    }

    private static bool IsTraced(string text) =>
        Traces.Append("Unforgotten").Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
}
