using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Receiver.Tests;

/// <summary>The programs that the partners' pages show: each runs here, on the vectors, wherever its language is installed.</summary>
public sealed class SnippetTests
{
    private const string Node = """
        import { readFileSync } from 'node:fs';
        import { isGenuine } from './snippets/verify.mjs';
        for (const v of JSON.parse(readFileSync('vectors/standard-webhooks.json', 'utf8')).vectors)
          console.log(isGenuine(v.secret, { 'webhook-id': v.id, 'webhook-timestamp': v.timestamp, 'webhook-signature': v.signature },
            Buffer.from(v.body), v.now));
        """;

    private const string Python = """
        import json, sys
        sys.path.insert(0, 'snippets')
        from verify import is_genuine
        for v in json.load(open('vectors/standard-webhooks.json', encoding='utf-8'))['vectors']:
            headers = {'webhook-id': v['id'], 'webhook-timestamp': v['timestamp'], 'webhook-signature': v['signature']}
            print(str(is_genuine(v['secret'], headers, v['body'].encode(), v['now'])).lower())
        """;

    private static readonly IReadOnlyList<JsonNode> Vectors =
        [.. JsonNode.Parse(File.ReadAllText(At("vectors", "standard-webhooks.json")))!["vectors"]!.AsArray().Select(v => v!)];

    private static readonly string[] Tools = ["node", "python3", "openssl"];

    /// <summary>What is installed: Node.js wherever a hub runs, the others on most machines.</summary>
    public static TheoryData<string> Installed => [.. Tools.Where(t => t == "node" || IsOnPath(t))];

    private static IEnumerable<bool> Expected => Vectors.Select(v => (bool)v["valid"]!);

    [Fact]
    public void The_program_in_CSharp_finds_genuine_what_the_receiver_does() => Assert.Equal(Expected, Vectors.Select(v =>
        Partner.Webhook.IsGenuine(
            Text(v, "secret"), Text(v, "id"), Text(v, "timestamp"), Text(v, "signature"), Encoding.UTF8.GetBytes(Text(v, "body")),
            DateTimeOffset.FromUnixTimeSeconds((long)v["now"]!))));

    [Theory, MemberData(nameof(Installed))]
    public async Task A_program_in_another_language_does_too(string tool) => Assert.Equal(Expected, tool switch
    {
        "node" => Lines((await Run("node", ["--input-type=module", "-e", Node])).Output),
        "python3" => Lines((await Run("python3", ["-B", "-c", Python])).Output),
        _ => await Task.WhenAll(Vectors.Select(ByHand)),
    });

    [Fact]
    public void The_example_is_genuine_at_its_time_and_with_its_secret()
    {
        var (head, body) = File.ReadAllText(At("snippets", "example.http")).Split("\n\n") is [var h, var b] ? (h, b) : default;
        var headers = head!.Split('\n').Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture));
        var webhook = new ReceivedWebhook("https://partner.example/hook", headers, Encoding.UTF8.GetBytes(body!.TrimEnd('\n')));
        Assert.Null(StandardWebhook.Problem(webhook, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", now));
    }

    private static async Task<bool> ByHand(JsonNode v)
    {
        var (code, output) = await Run("bash", [At("snippets", "verify.sh")], Text(v, "body"), new()
        {
            ["SECRET"] = Text(v, "secret"), ["ID"] = Text(v, "id"), ["TIMESTAMP"] = Text(v, "timestamp"),
            ["SIGNATURE"] = Text(v, "signature"), ["NOW"] = $"{v["now"]}",
        });
        Assert.Equal(code == 0, output == "genuine");
        return code == 0;
    }

    private static async Task<(int Code, string Output)> Run(
        string program, string[] arguments, string input = "", Dictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory, RedirectStandardInput = true, RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // What has seen enough reads no further.
        }
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim());
    }

    private static IEnumerable<bool> Lines(string output) => output.Split('\n').Select(bool.Parse);

    private static string Text(JsonNode vector, string name) => (string)vector[name]!;

    private static string At(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    private static bool IsOnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
