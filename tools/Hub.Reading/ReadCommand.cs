using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Reading;

/// <summary>Reads files as the hub would, and says what it would do with them: a line of JSON each.</summary>
internal sealed class ReadCommand(ReadOptions options, ProcessFileReader reader, TextWriter output)
{
    private const string Expected = "expected.json";
    private const int MostText = 20_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly RegisterFile _register =
        options.Register is { } file ? RegisterFile.Of(JsonNode.Parse(File.ReadAllText(file))!) : RegisterFile.Empty;

    private readonly Score _score = new();
    private readonly Dictionary<string, Score> _folders = [];
    private ReadingHub? _conversation;
    private RegisterFile? _told;
    private (string? Notice, string? Message) _last;

    /// <summary>Reads all of them.</summary>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var (file, expected) in Files())
        {
            JsonObject? last = null;
            foreach (var line in await Read(file, cancel))
            {
                last = line;
                if (!options.Score)
                    await output.WriteLineAsync(line.ToJsonString(Plain));
            }
            if (options.Score && expected is not null && last is not null)
                Add(file, last, expected);
        }
        if (!options.Score)
            return;
        if (options.Report is { } page)
            ScoreReport.Write(page, [.. _folders.Select(f => (f.Key, f.Value))]);
        foreach (var line in options.Differences ? _score.Differences.Concat(_score.Lines()) : _score.Lines())
            await output.WriteLineAsync(line);
    }

    private void Add(string file, JsonObject read, JsonObject expected)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))!;
        if (!_folders.TryGetValue(folder, out var score))
            _folders[folder] = score = new();
        score.Add(Path.GetFileName(file), read, expected);
        _score.Add(Path.GetFileName(file), read, expected);
    }

    /// <summary>What was counted.</summary>
    public Score Counted => _score;

    private IEnumerable<(string File, JsonObject? Expected)> Files()
    {
        foreach (var path in options.Files)
        {
            if (!Directory.Exists(path))
            {
                yield return File.Exists(path) ? (path, null) : throw new UsageException($"There is no file {path}.");
                continue;
            }
            var list = Path.Combine(path, Expected);
            var expected = File.Exists(list) ? (JsonObject)JsonNode.Parse(File.ReadAllText(list))! : [];
            if (options.Score && expected.Count == 0)
                throw new UsageException($"To score {path}, it needs an {Expected} (docs/reading.md).");
            foreach (var file in Directory.GetFiles(path).Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) != Expected))
                yield return (file, expected[Path.GetFileName(file)] as JsonObject);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> Read(string file, CancellationToken cancel)
    {
        var content = await File.ReadAllBytesAsync(file, cancel);
        var text = Encoding.UTF8.GetString(content);
        if (Path.GetExtension(file).ToLowerInvariant() is ".eml" or ".mail" || LooksLikeMail(text))
            return await Mails(file, text, cancel);
        return [NoticeOf(text) is { } notice ? await Submitted(file, notice, content, cancel) : await Document(file, content, cancel)];
    }

    private static bool LooksLikeMail(string text) =>
        text.StartsWith("{\"registry\"", StringComparison.Ordinal) && text.Contains("\nSubject:");

    private async Task<IReadOnlyList<JsonObject>> Mails(string file, string text, CancellationToken cancel)
    {
        var (lines, name) = (new List<JsonObject>(), Path.GetFileName(file));
        var mails = MailFile.Of(text, options);
        if (!options.Together)
            (_conversation, _told, _last) = (null, null, default);
        foreach (var mail in mails)
        {
            _told = mail.Register ?? _told ?? _register;
            _conversation ??= new(_told, reader, mail.At);
            var clock = Stopwatch.StartNew();
            var read = await _conversation.Read(mail.After(_last.Notice, _last.Message), cancel);
            lines.Add(ReadResult.Of(name, read, _told.Register, clock.Elapsed));
            _last = (
                read.Notices.Count > 0 ? read.Notices[^1].Id : _last.Notice,
                read.Mail.MessageId is { } id ? $"<{id}>" : _last.Message);
        }
        return lines;
    }

    private static JsonObject? NoticeOf(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('{') && JsonNode.Parse(text) is JsonObject json
                && (json["changes"] is not null || json["kind"] is not null) ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<JsonObject> Submitted(string file, JsonObject notice, byte[] content, CancellationToken cancel)
    {
        var hub = new ReadingHub(_register, reader, options.At);
        var result = await hub.Intake.Accept(new(Sender(notice), notice, content, [], null), cancel);
        var name = Path.GetFileName(file);
        return result switch
        {
            SubmissionResult.Accepted(var kept) => ReadResult.Of(name, await hub.Advanced(kept.Id, cancel), _register.Register),
            SubmissionResult.Refused(var problems) => ReadResult.Of(name, problems),
            _ => throw new NotSupportedException(result.GetType().Name),
        };
    }

    // Whoever is named, else the mission of the notice's own State.
    private Caller Sender(JsonObject notice)
    {
        var office = _register.Offices.FirstOrDefault(o => o.Address.Equals(options.From, StringComparison.OrdinalIgnoreCase));
        var state = office?.State
            ?? ((string?)notice["state"] is { } text && ReadingHub.Data.States.TryFind(text, out var found, out _) ? found.Alpha3 : null);
        return new(office?.Name ?? "sender", CallerKind.State, state ?? new StateCode("XAA"), office?.Role ?? OfficeRole.Mission);
    }

    private async Task<JsonObject> Document(string file, byte[] content, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var finding = await reader.Inspect(Path.GetFileName(file), new MemoryStream(content), cancel);
        var read = finding is { Refused: null, Kind: { } kind } ? await reader.Text(kind, new MemoryStream(content), cancel) : null;
        // A person has to look at what is there and cannot be read whole.
        var outcome = finding.Refused is not null ? "refuse"
            : read is { Legibility: Legibility.Text, Part: null, Damage.Count: 0 } ? "accept"
            : "accept_with_warning";
        var text = read?.Text ?? "";
        return new()
        {
            ["file"] = Path.GetFileName(file), ["outcome"] = outcome, ["code"] = finding.Refused?.Code(),
            ["detectedType"] = finding.Kind?.Code(), ["ms"] = Math.Round(clock.Elapsed.TotalMilliseconds, 1),
            ["mb"] = Math.Round(content.Length / 1048576.0, 3), ["text"] = text.Length > MostText ? text[..MostText] : text,
        };
    }
}
