using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Hub.LocalProcesses;
using Hub.Testing;

namespace Hub.Simulators.Tests;

public sealed class TranslationBatchTests : IDisposable
{
    private readonly FakeApertium _apertium = new();

    [Fact]
    public async Task Each_document_of_a_batch_is_translated_or_fails_alone()
    {
        await using var azurite = await Azurite.Start();
        var blobs = new BlobContainerClient(
            azurite.ConnectionString, "documents", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2021_12_02));
        await blobs.CreateAsync();
        await blobs.GetBlobClient("note.txt").UploadAsync(
            BinaryData.FromString("Hello"), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } });
        await blobs.GetBlobClient("there.txt").UploadAsync(BinaryData.FromString("Before"));
        await using var app = await TranslatorTests.Start(_apertium.Program);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "any");

        using var started = await http.PostAsJsonAsync($"{app.Urls.First()}/translator/document/batches?api-version=2024-05-01", Batch(
            Input(blobs, "note.txt", ("note.es.txt", "es"), ("there.txt", "fr")), Input(blobs, "missing.txt", ("missing.es.txt", "es"))));
        Assert.Equal(202, (int)started.StatusCode);
        var operation = started.Headers.GetValues("Operation-Location").Single();
        await Eventually.True(async () => (await Get(http, operation))["status"]!.ToString() == "Succeeded", "the batch ends");

        Assert.Equal("Hello[txt eng-spa]", (await blobs.GetBlobClient("note.es.txt").DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("Before", (await blobs.GetBlobClient("there.txt").DownloadContentAsync()).Value.Content.ToString());
        var summary = (await Get(http, operation))["summary"]!;
        Assert.Equal((3, 1, 2),
            (summary["total"]!.GetValue<int>(), summary["success"]!.GetValue<int>(), summary["failed"]!.GetValue<int>()));
        var documents = (await Get(http, operation.Replace("?", "/documents?", StringComparison.Ordinal)))["value"]!.AsArray();
        Assert.Equal(
            ["", "TargetFileAlreadyExists", "InvalidDocumentAccessLevel"],
            documents.Select(d => d!["error"]?["innerError"]!["code"]!.ToString() ?? ""));
    }

    [Fact]
    public async Task Addresses_outside_this_machine_are_refused()
    {
        await using var app = await TranslatorTests.Start(_apertium.Program);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "any");
        var input = JsonNode.Parse("""
            {"storageType":"File","source":{"sourceUrl":"https://example.org/a.txt","language":"en"},
                "targets":[{"targetUrl":"https://example.org/b.txt","language":"es"}]}
            """)!;

        using var answer = await http.PostAsJsonAsync(
            $"{app.Urls.First()}/translator/document/batches?api-version=2024-05-01", Batch(input.AsObject()));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("loopback", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _apertium.Dispose();

    private static JsonObject Batch(params JsonObject[] inputs) => new() { ["inputs"] = new JsonArray([.. inputs]) };

    private static JsonObject Input(BlobContainerClient blobs, string source, params (string Name, string Language)[] targets) => new()
    {
        ["storageType"] = "File",
        ["source"] = new JsonObject { ["sourceUrl"] = Url(blobs, source, BlobSasPermissions.Read), ["language"] = "en" },
        ["targets"] = new JsonArray([.. targets.Select(JsonNode? (t) => new JsonObject
        {
            ["targetUrl"] = Url(blobs, t.Name, BlobSasPermissions.Write | BlobSasPermissions.Create), ["language"] = t.Language,
        })]),
    };

    private static string Url(BlobContainerClient blobs, string name, BlobSasPermissions permissions) =>
        blobs.GetBlobClient(name).GenerateSasUri(permissions, DateTimeOffset.UtcNow.AddHours(1)).ToString();

    private static async Task<JsonObject> Get(HttpClient http, string url) => (await http.GetFromJsonAsync<JsonObject>(url))!;
}
