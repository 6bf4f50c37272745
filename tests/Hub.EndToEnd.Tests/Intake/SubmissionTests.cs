using System.Globalization;
using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>What is sent is kept as it came (I1, I10), and takes effect when it says.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class SubmissionTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task Every_file_is_kept_byte_for_byte()
    {
        var files = Enumerable.Range(1, 4).Select(i => Bytes(i, 200_000 * i)).ToList();
        var notice = SampleNotices.Designation("LUX").ToJsonString() + "\n ";
        using var form = new MultipartFormDataContent { { new StringContent(notice, null, "application/json"), "notice", "notice.json" } };
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
            form.Add(new ByteArrayContent(file) { Headers = { ContentType = new("application/pdf") } }, "file", $"note {i} é.txt");

        var kept = (await (await _hub.Office("LUX")).Send(HttpMethod.Post, "api/notices", form)).Expect(202);

        Assert.Equal(notice, (await Original(kept.Id, "notice.json")).ToString());
        for (var i = 0; i < files.Count; i++)
            Assert.Equal(files[i], (await Original(kept.Id, (string)kept.Json["files"]![i]!["sha256"]!)).ToArray());
        Assert.Equal(
            ["note 0 é.txt", "note 1 é.txt", "note 2 é.txt", "note 3 é.txt"],
            kept.Json["files"]!.AsArray().Select(f => (string)f!["name"]!));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(files[3])), (string)kept.Json["files"]![3]!["sha256"]!);
    }

    [Fact]
    public async Task A_file_that_is_named_but_absent_is_asked_for()
    {
        var notice = SampleNotices.With(
            SampleNotices.Designation("LUX", "16", "EXTRADITION"), "attachments", new JsonArray(new JsonObject { ["name"] = "note.pdf" }));

        var id = await _hub.Submit(await _hub.Office("LUX"), notice, routedTo: "QUERY");

        Assert.Contains("V17 /attachments/0", (await _hub.Secretariat.Get($"api/notices/{id}")).Problems);
    }

    [Fact]
    public async Task A_designation_for_a_later_day_is_approved_and_waits_for_it()
    {
        var tomorrow = DateTime.UtcNow.Date.AddDays(2);
        var notice = SampleNotices.With(
            SampleNotices.Designation("DNK"), "effectiveFrom", tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var id = await _hub.Submit(await _hub.Office("DNK"), notice);
        await _hub.Approve(id);

        var approved = await _hub.Approve(id, await _hub.Reviewer("second reviewer"));

        Assert.Equal("APPROVED", approved["status"]);
        Assert.Equal(tomorrow, DateTimeOffset.Parse(approved["takesEffectAt"], CultureInfo.InvariantCulture).UtcDateTime);
        Assert.Empty((await _hub.Secretariat.Get("api/authorities?state=DNK")).Expect(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Two_changes_of_one_record_are_compared_before_the_second_is_approved()
    {
        var office = await _hub.Office("SWE");
        var record = await _hub.Designate(office, SampleNotices.Designation("SWE"));
        var first = await _hub.Submit(office, SampleNotices.Comment("SWE", record, "first"));
        var second = await _hub.Submit(office, SampleNotices.Comment("SWE", record, "second"));
        await _hub.Approve(first);

        var changed = (await _hub.Secretariat.Post($"api/notices/{second}/decision", new JsonObject { ["decision"] = "APPROVE" }))
            .Expect(409);

        var shown = changed.Json["records"]![0]!;
        Assert.Equal((1, 2), ((int)shown["checked"]!["version"]!, (int)shown["present"]!["version"]!));
        var decision = new JsonObject { ["decision"] = "APPROVE", ["recordVersions"] = new JsonObject { [record] = 2 } };
        Assert.Equal("COMMITTED", (await _hub.Secretariat.Post($"api/notices/{second}/decision", decision)).Expect(200)["status"]);
    }

    private async Task<BinaryData> Original(string id, string name) =>
        (await _hub.Blobs.GetBlobContainerClient("originals").GetBlobClient($"{id}/{name}").DownloadContentAsync()).Value.Content;

    private static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));
    }
}
