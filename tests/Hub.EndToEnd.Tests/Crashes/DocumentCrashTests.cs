using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;
using Hub.SampleFiles;
using Hub.Testing;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>
/// The functions killed while they keep and translate documents: each ends kept once, and translated once into each language.
/// </summary>
[Trait("Category", "Long")]
public sealed class DocumentCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20250314;
    private const int FunctionsAtOnce = 16;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly string[] Into = ["fr", "es"];

    [Fact]
    public Task Killed_while_documents_come_in_and_are_translated_the_hub_ends_with_each_of_them_once() => Prove(notices: 6, kills: 3);

    [Fact]
    [Trait("Category", "Long")]
    public Task Killed_thirty_times_while_documents_come_in_the_hub_ends_with_each_of_them_once() => Prove(notices: 90, kills: 30);

    private async Task Prove(int notices, int kills)
    {
        using var translator = new FixedTranslator(Latency);
        await using var hub = await RunningHub.Start(new LocalHubOptions
        {
            Speed = 60, LeaseSeconds = 3, LockSeconds = 3, Translator = translator.Address,
            Settings = new Dictionary<string, string> { ["Documents__Languages"] = "en,fr,es" },
        });
        var office = await hub.Office("SEN");
        var sent = new Dictionary<string, byte[][]>();
        var killing = Kill(hub, kills);
        for (var i = 0; i < notices || !killing.IsCompleted; i++)
        {
            byte[][] files = [Encoding.UTF8.GetBytes(Note($"text {i}")), Package.Docx(Note($"document {i}")).Bytes()];
            sent[await Submit(office, i, files)] = files;
        }
        await killing;
        await Eventually.True(() => AllTranslated(hub, sent.Keys), "every document is translated", Longest);
        await EachIsThereOnce(hub, sent);
        var (asked, kept) = (translator.Calls.Values.Sum(), sent.Count * 2 * Into.Length);
        output.WriteLine($"{kills} kills, {sent.Count} notices, {kept} translations kept, the translator was asked {asked} times");
        Assert.InRange(asked, kept, kept + (kills * FunctionsAtOnce));
        Assert.Equal(kept, translator.Calls.Count);
    }

    private static async Task Kill(RunningHub hub, int kills)
    {
        var random = new Random(Seed);
        for (var i = 0; i < kills; i++)
        {
            // Work is always under way: the moment is what is tested.
            await Task.Delay(random.Next(200, 1200));
            await hub.Local.Functions.Kill();
            await hub.Local.Functions.Start();
        }
    }

    // As a careful office does: again, with the same key, until it is told that they are kept.
    private static async Task<string> Submit(ApiClient office, int i, byte[][] files)
    {
        var notice = SampleNotices.Membership("SEN", "wacap", $"Membership {i}").ToJsonString();
        return (await ApiClient.Insist(async () =>
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(notice, null, "application/json"), "notice", "notice.json" },
            };
            form.Add(new ByteArrayContent(files[0]), "file", "note.txt");
            form.Add(new ByteArrayContent(files[1]), "file", "note.docx");
            return await office.Send(HttpMethod.Post, "api/notices", form, ("Idempotency-Key", $"document-crash-{i}"));
        })).Expect(202).Id;
    }

    private static async Task<bool> AllTranslated(RunningHub hub, IEnumerable<string> notices)
    {
        foreach (var notice in notices)
        {
            var items = (await hub.Secretariat.Insist($"api/notices/{notice}/documents")).Expect(200).Json["items"]!.AsArray();
            if (!items.All(d => d!["translations"]!.AsArray() is { Count: 2 } all && all.All(t => (string)t!["state"]! == "DONE")))
                return false;
        }
        return true;
    }

    private static async Task EachIsThereOnce(RunningHub hub, Dictionary<string, byte[][]> sent)
    {
        var (originals, documents) = (hub.Blobs.GetBlobContainerClient("originals"), hub.Blobs.GetBlobContainerClient("documents"));
        foreach (var (notice, files) in sent)
        {
            var hashes = files.Select(f => $"{notice}/{Convert.ToHexStringLower(SHA256.HashData(f))}").ToList();
            Assert.Equal(hashes.Concat([$"{notice}/manifest.json", $"{notice}/notice.json"]).Order(StringComparer.Ordinal),
                originals.GetBlobs(BlobTraits.None, BlobStates.None, notice, default).Select(b => b.Name).Order(StringComparer.Ordinal));
            for (var n = 1; n <= files.Length; n++)
            {
                Assert.Equal(files[n - 1], (await originals.GetBlobClient(hashes[n - 1]).DownloadContentAsync()).Value.Content.ToArray());
                foreach (var language in Into)
                    await IsThereOnce(hub, documents, $"{notice}/{n}/{language}");
            }
        }
    }

    // The translation, and the record that says how it came to be: each once, and the one of the other.
    private static async Task IsThereOnce(RunningHub hub, Azure.Storage.Blobs.BlobContainerClient documents, string work)
    {
        var blobs = documents.GetBlobs(BlobTraits.None, BlobStates.None, $"{work}/", default).Select(b => b.Name).ToList();
        Assert.Equal(2, blobs.Count);
        var kept = await documents.GetBlobClient($"{work}/translation.json").DownloadContentAsync();
        var record = JsonNode.Parse(kept.Value.Content.ToString())!;
        Assert.Contains((string)record["blob"]!, blobs);
        var parts = work.Split('/');
        var (status, _, bytes) = await hub.Secretariat.GetBytes($"api/notices/{parts[0]}/documents/{parts[1]}/{parts[2]}");
        Assert.Equal((200, (string)record["sha256"]!), (status, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    private static string Note(string number) =>
        "The Permanent Mission presents its compliments to the Office and has the honour to inform it "
        + $"of the designation in its note, {number}.";
}
