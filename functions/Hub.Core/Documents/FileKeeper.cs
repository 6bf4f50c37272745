using System.Security.Cryptography;
using System.Text.Json;
using Hub.Core.Documents.Translation;
using Hub.Core.Forms;
using Hub.Core.Json;
using Hub.Core.Notices;

namespace Hub.Core.Documents;

/// <summary>
/// Keeps the files of a notice as they came, each once under its SHA-256, with a manifest. What must not be opened goes into quarantine:
/// it is refused, never lost.
/// </summary>
public sealed class FileKeeper(
    IFileStore store, IDocumentWorkStore works, IFileReader reader, DocumentSettings settings, TimeProvider clock)
{
    /// <summary>The field of problems with files.</summary>
    public const string Field = "/files";

    /// <summary>The name of the list of a notice's files, among its originals.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>What the files are, by their bytes, and which of them are refused.</summary>
    public async Task<IReadOnlyList<KeptFile>> Examine(IReadOnlyList<SubmittedFile> files, CancellationToken cancel)
    {
        // One after the other: twenty files of one sender do not take every reader at once.
        var examined = new List<KeptFile>();
        foreach (var file in files)
            examined.Add(await Examine(file, cancel));
        return examined;
    }

    /// <summary>The problems that refused files are. A notice is not refused for its files: its sender is asked for others.</summary>
    public static IEnumerable<Problem> Refusals(IReadOnlyList<KeptFile> files) =>
        files.Select((file, i) => (file, i)).Where(f => f.file.Refused is not null)
            .Select(f => Problem.Query(f.file.Refused!.Value, $"{Field}/{f.i}", Shown(f.file.Name)));

    /// <summary>Where a kept file lies: what was refused, or has still to be scanned, lies apart.</summary>
    public static Place PlaceOf(KeptFile file) => file is { Refused: null, AwaitsScan: false } ? Place.Originals : Place.Quarantine;

    /// <summary>Keeps the files that a notice lists, and then the list.</summary>
    public async Task Keep(Notice notice, IReadOnlyList<SubmittedFile> files, CancellationToken cancel)
    {
        if (files.Count == 0)
            return;
        var once = notice.Files.Zip(files).DistinctBy(f => (PlaceOf(f.First), f.First.Blob));
        await Task.WhenAll(once.Select(f => Keep(f.First, f.Second, cancel)));
        var list = notice.Files.Select((f, i) => new { n = i + 1, f.Name, f.MediaType, f.Sha256, f.Length, f.Kind, f.Refused });
        using var manifest = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(new { notice.Id, notice.ReceivedAt, Files = list }, HubJson.Options));
        await store.Keep(Place.Originals, $"{notice.Id}/{Manifest}", manifest, "application/json", cancel);
        await Task.WhenAll(Reading(notice).Select(w => works.Add(w, cancel)));
    }

    /// <summary>The work of reading a notice's documents.</summary>
    public static IEnumerable<string> ToRead(Notice notice) => notice.Files.Select((_, i) => $"{notice.Id}/{i + 1}");

    private IEnumerable<DocumentWork> Reading(Notice notice) =>
        notice.Files.Select((_, i) => new DocumentWork { Notice = notice.Id, N = i + 1, DueAt = clock.GetUtcNow() });

    /// <summary>Under no media type but the hub's own: what a sender calls a file is not what a browser may take it for.</summary>
    internal static string MediaTypeOf(KeptFile kept) => kept is { Refused: null, AwaitsScan: false, Kind: { } kind }
        ? kind.MediaType()
        : "application/octet-stream";

    private async Task Keep(KeptFile kept, SubmittedFile file, CancellationToken cancel)
    {
        await using var content = file.Open();
        await store.Keep(PlaceOf(kept), kept.Blob, content, MediaTypeOf(kept), cancel);
    }

    private async Task<KeptFile> Examine(SubmittedFile file, CancellationToken cancel)
    {
        await using var content = file.Open();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        var finding = await reader.Inspect(file.Name, content, cancel);
        return new(file.Name, file.MediaType, hash, content.Length, "")
        {
            Kind = finding.Kind, Refused = finding.Refused, AwaitsScan = settings.AwaitScan && finding.Refused is null,
        };
    }

    /// <summary>A name as answers quote it: without what would hide or turn it.</summary>
    internal static string Shown(string name)
    {
        var shown = string.Concat(name.Take(80).Where(c => !char.IsControl(c)
            && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format && !char.IsSurrogate(c)));
        return string.IsNullOrWhiteSpace(shown) ? "?" : shown;
    }
}
