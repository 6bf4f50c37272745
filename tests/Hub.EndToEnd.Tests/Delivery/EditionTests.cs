using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>I9: an edition is planned, frozen, published, and read, and does not change.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class EditionTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task An_edition_is_planned_published_and_read_file_by_file()
    {
        await _hub.Designate(await _hub.Office("BEL"), SampleNotices.Designation("BEL"));
        (await _hub.Secretariat.Put("api/subscribers/edition-reader", SampleNotices.Object(
            """{ "state": "XAA", "address": "edition@state.example", "language": "fr", "name": "Mission" }"""))).Expect(200);
        var plan = (await _hub.Secretariat.Post("api/editions?dryRun=true", new JsonObject())).Expect(200);
        var slug = plan["edition"]!.ToString().Replace('/', '-');
        Assert.True((int)plan.Json["authorities"]! > 0);
        Assert.DoesNotContain("@", plan.Text, StringComparison.Ordinal);
        Assert.Empty((await _hub.Secretariat.Get("api/editions")).Expect(200).Json["items"]!.AsArray());
        var publication = $"api/editions/{slug}/publication";
        var request = new JsonObject { ["reason"] = "It is time.", ["confirmation"] = (string)plan.Json["confirmation"]!["token"]! };
        (await _hub.Secretariat.Put(publication, request)).Expect(200);
        Assert.Equal("It is time.", (await _hub.Secretariat.Get(publication)).Expect(200)["reason"]);
        (await _hub.Secretariat.Send(HttpMethod.Delete, publication, null)).Expect(200);
        (await _hub.Secretariat.Get(publication)).Expect(404);

        await It_asks_before_it_sends_to_many(plan);
        await Eventually.True(
            async () => (await _hub.Secretariat.Get($"api/editions/{slug}")).Expect(200)["status"] == "PUBLISHED",
            "the edition is published");
        (await _hub.Secretariat.Post("api/editions", new JsonObject())).Expect(202);

        var reader = await _hub.Reader();
        var edition = (await reader.Get($"api/editions/{slug}")).Expect(200).Json;
        var said = Assert.Single(
            await _hub.Events(), e => (string)e["type"]! == "directory.edition.published"
                && (string?)e["subject"] == plan["edition"]);
        using var http = new HttpClient
        {
            BaseAddress = _hub.Local.Address, DefaultRequestHeaders = { Authorization = new("Bearer", await Key()) },
        };
        Assert.Equal(
            (string)said["data"]!["manifestHash"]!, Hash(await http.GetByteArrayAsync($"api/editions/{slug}/files/manifest.json")));
        Assert.Equal((string)said["subject"]!, plan["edition"]);
        foreach (var file in edition["files"]!.AsArray())
            Assert.Equal((string)file!["sha256"]!, Hash(await http.GetByteArrayAsync($"api/editions/{slug}/files/{file["name"]}")));

        using var table = await http.GetAsync($"api/editions/{slug}/files/directory.csv");
        Assert.Equal($"attachment; filename={slug}.directory.csv", table.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        using var printed = await http.GetAsync($"api/editions/{slug}/files/directory.fr.pdf");
        Assert.Equal($"attachment; filename={slug}.directory.fr.pdf", printed.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("application/pdf", printed.Content.Headers.ContentType!.MediaType);
        var page = (await reader.Get($"api/editions/{slug}/files/directory.fr.html")).Expect(200);
        Assert.Contains("Belgique", page.Text, StringComparison.Ordinal);
        Assert.Contains("nosniff", page.Headers.GetValues("X-Content-Type-Options"));
        var again = await reader.Get($"api/editions/{slug}/files/directory.fr.html", ("If-None-Match", page.Headers.ETag!.Tag));
        Assert.Equal(304, again.Status);

        var late = (await _hub.Secretariat.Post($"api/editions/{slug}/drop", new JsonObject { ["reason"] = "too late" })).Expect(409);
        Assert.Contains("no longer be dropped", late["detail"], StringComparison.Ordinal);

        await Everyone_reads_the_abstract_and_nothing_else(slug);
        await A_mission_opens_it_by_the_link_in_its_mail(slug);
        await Its_mail_is_sent_again_under_an_id_of_its_own(slug);
    }

    [Theory]
    [InlineData("""{"edition":"2026/3"}""", 422)]
    [InlineData("""{"edition":"2099/1"}""", 409)]
    [InlineData("""{"edition":"1999/1/rev.1"}""", 409)]
    [InlineData("""{"editon":"2026/1"}""", 422)]
    public async Task A_request_that_cannot_be_met_says_why(string body, int status)
    {
        var answer = (await _hub.Secretariat.PostText("api/editions?dryRun=true", body)).Expect(status);
        Assert.NotNull(answer.Json["detail"] ?? answer.Json["problems"]);
    }

    [Fact]
    public async Task Only_the_Secretariat_publishes_and_only_readers_read()
    {
        (await (await _hub.Reader()).Post("api/editions", new JsonObject())).Expect(403);
        (await (await _hub.Reader()).Post("api/editions/2025-1/drop", new JsonObject { ["reason"] = "no" })).Expect(403);
        (await _hub.Nobody.Post("api/editions/2025-1/drop", new JsonObject { ["reason"] = "no" })).Expect(401);
        (await _hub.Secretariat.Post("api/editions/1999-1/drop", new JsonObject { ["reason"] = "no" })).Expect(404);
        (await _hub.Secretariat.Post("api/editions/1999-1/drop", new JsonObject { ["reason"] = " " })).Expect(422);
        (await (await _hub.PartnerNamed("a partner")).Get("api/editions/2025-1/files/directory.json")).Expect(403);
        (await _hub.Nobody.Get("api/editions")).Expect(401);
        (await (await _hub.Reader()).Get("api/editions/1999-1")).Expect(404);
        (await (await _hub.Reader()).Get("api/editions/nonsense/files/directory.json")).Expect(404);
    }

    private async Task It_asks_before_it_sends_to_many(Answer plan)
    {
        var recipients = (int)plan.Json["recipients"]!;
        Assert.Equal(recipients, (int)plan.Json["confirmation"]!["recipients"]!);
        Assert.Empty(plan.Json["leftOut"]!.AsArray());
        JsonObject[] unconfirmed =
            [[], new() { ["confirmation"] = "yes" }, new() { ["confirmation"] = $"{plan.Json["confirmation"]!["token"]}x" }];
        foreach (var body in unconfirmed)
        {
            var asked = (await _hub.Secretariat.Post("api/editions", body)).Expect(409);
            Assert.Contains($"mailed to {recipients} recipients", asked["detail"], StringComparison.Ordinal);
            Assert.Contains("dryRun=true", asked["detail"], StringComparison.Ordinal);
        }
        Assert.Empty((await _hub.Secretariat.Get("api/editions")).Expect(200).Json["items"]!.AsArray());

        // Somebody joins: what was planned is not what would be sent.
        (await _hub.Secretariat.Put("api/subscribers/edition-late", SampleNotices.Object(
            """{ "state": "XAA", "address": "late@state.example", "language": "en", "name": "Mission" }"""))).Expect(200);
        var late = (await _hub.Secretariat.Post("api/editions", Confirmed(plan))).Expect(409);
        Assert.Contains("of another plan", late["title"], StringComparison.Ordinal);
        var again = (await _hub.Secretariat.Post("api/editions?dryRun=true", new JsonObject())).Expect(200);
        Assert.Equal(recipients + 1, (int)again.Json["recipients"]!);
        (await _hub.Secretariat.Post("api/editions", Confirmed(again))).Expect(202);

        static JsonObject Confirmed(Answer of) => new() { ["confirmation"] = (string)of.Json["confirmation"]!["token"]! };
    }

    private async Task Everyone_reads_the_abstract_and_nothing_else(string slug)
    {
        Assert.Contains($"/editions/{slug}", (await _hub.Nobody.Get("editions")).Expect(200).Text, StringComparison.Ordinal);
        var shown = (await _hub.Nobody.Get($"editions/{slug}", ("Accept-Language", "fr"))).Expect(200).Text;
        Assert.Contains("Belgique", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@justice", shown, StringComparison.Ordinal);
        var page = (await _hub.Nobody.Get($"editions/{slug}/abstract.es.html")).Expect(200);
        Assert.Contains("Bélgica", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@justice", page.Text, StringComparison.Ordinal);
        (await _hub.Nobody.Get($"editions/{slug}/abstract.json")).Expect(200);
        (await _hub.Nobody.Get($"editions/{slug}/directory.json")).Expect(404);
        (await _hub.Nobody.Get($"editions/{slug}/directory.fr.pdf")).Expect(404);
        (await _hub.Nobody.Get($"editions/{slug}/changes.fr.pdf")).Expect(404);
        (await _hub.Nobody.Get($"editions/{slug}/abstract./../directory.json")).Expect(404);
    }

    private async Task A_mission_opens_it_by_the_link_in_its_mail(string slug)
    {
        string? link = null;
        await Eventually.True(
            async () => (link = (await _hub.Delivered("edition@state.example"))
                .Select(m => Regex.Match(
                    WebUtility.HtmlDecode(m), "<section>.*?href=\"[^\"]*/(links/[^\"]+)\"", RegexOptions.Singleline).Groups[1].Value)
                .FirstOrDefault(l => l.Length > 0)) is not null,
            "the mail with the edition has come");

        var followed = (await _hub.Secretariat.Get($"api/editions/{slug}/deliveries")).Expect(200);
        Assert.Contains(
            followed.Json["items"]!.AsArray(), d => (string)d!["recipient"]! == "edition-reader" && (string)d["status"]! == "SENT");
        Assert.DoesNotContain("@", followed.Text, StringComparison.Ordinal);
        (await (await _hub.Reader()).Get($"api/editions/{slug}/deliveries")).Expect(403);

        var page = (await _hub.Nobody.Get(link!)).Expect(200);
        Assert.Contains($"{link}/directory.fr.html", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{link}/directory.fr.pdf", page.Text, StringComparison.Ordinal);
        Assert.Contains("Belgique", (await _hub.Nobody.Get($"{link}/directory.fr.html")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains(
            "no-store", (await _hub.Nobody.Get($"{link}/directory.csv")).Expect(200).Headers.CacheControl!.ToString(),
            StringComparison.Ordinal);
        (await _hub.Nobody.Get($"{link}/nothing.html")).Expect(404);
        (await _hub.Nobody.Get($"{link}A/directory.csv")).Expect(404);
        (await _hub.Nobody.PostText(link!, "", "application/x-www-form-urlencoded")).Expect(404);
    }

    private async Task Its_mail_is_sent_again_under_an_id_of_its_own(string slug)
    {
        var path = $"api/editions/{slug}/deliveries";
        Assert.Equal(["edition-reader"], (await _hub.Secretariat.Post($"{path}/edition-reader/resend", new JsonObject())).Expect(202)
            .Json["asked"]!.AsArray().Select(r => (string)r!));
        await Eventually.True(
            async () => (await _hub.Sent()).Count(m => m.Id.StartsWith("edition-reader:again-", StringComparison.Ordinal)) == 1,
            "the mail has gone again");
        Assert.Empty((await _hub.Secretariat.Post($"{path}/resend", new JsonObject())).Expect(202).Json["asked"]!.AsArray());
        (await _hub.Secretariat.Post($"{path}/nobody/resend", new JsonObject())).Expect(404);
        (await (await _hub.Reader()).Post($"{path}/resend", new JsonObject())).Expect(403);
        (await _hub.Secretariat.Post("api/editions/1999-1/deliveries/resend", new JsonObject())).Expect(404);
    }

    private async Task<string> Key()
    {
        using var secretariat = _hub.Local.Client(Hub.Local.LocalHub.FirstKey);
        return await secretariat.IssueKey("an edition's reader", "READER");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
