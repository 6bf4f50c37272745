using System.Security.Cryptography;
using System.Text.Json;
using Hub.Intake.Files.Reading;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Intake.Submissions;

/// <summary>
/// Keeps the files of a notice as they came, each once under its SHA-256, with a manifest. What must not be opened goes into quarantine:
/// it is refused, never lost.
/// </summary>
public sealed class FileArchive(
    IFileStore store, IDocumentWorkStore works, IFileReader reader, DocumentSettings settings, TimeProvider clock)
{
    /// <summary>The name of the list of a notice's files, among its originals.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>What the files are, by their bytes, and which of them are refused.</summary>
    public async Task<IReadOnlyList<NoticeFile>> Examine(IReadOnlyList<SubmittedFile> files, CancellationToken cancel)
    {
        // One after the other: twenty files of one sender do not take every reader at once.
        var examined = new List<NoticeFile>();
        foreach (var file in files)
            examined.Add(await Examine(file, cancel));
        return examined;
    }

    /// <summary>The problems that refused files are. A notice is not refused for its files: its sender is asked for others.</summary>
    public static IEnumerable<Problem> Refusals(IReadOnlyList<NoticeFile> files) =>
        files.Select((file, i) => (file, i)).Where(f => f.file.Refused is not null)
            .Select(f => Problem.Query(f.file.Refused!.Value, $"{NoticeFile.Field}/{f.i}", FileName.Shown(f.file.Name)));

    /// <summary>Keeps the files that a notice lists, and then the list.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="files">Those that came with it: the first that it lists.</param>
    /// <param name="carried">Those that go along from an earlier notice, where they lie.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task Keep(
        Notice notice, IReadOnlyList<SubmittedFile> files, IReadOnlyList<NoticeFile> carried, CancellationToken cancel)
    {
        if (notice.Files.Count == 0)
            return;
        foreach (var (to, from) in notice.Files.Skip(files.Count).Zip(carried))
            await Copy(from, to, cancel);
        var once = notice.Files.Zip(files).DistinctBy(f => (f.First.StoredIn(), f.First.Blob));
        await Task.WhenAll(once.Select(f => Keep(f.First, f.Second, cancel)));
        var list = notice.Files.Select((f, i) => new { n = i + 1, f.Name, f.MediaType, f.Sha256, f.Length, f.Kind, f.Refused });
        using var manifest = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(new { notice.Id, notice.ReceivedAt, Files = list }, HubJson.Options));
        await store.Keep(Place.Originals, $"{notice.Id}/{Manifest}", manifest, "application/json", cancel);
        await Task.WhenAll(Reading(notice).Select(w => works.Add(w, cancel)));
    }

    private IEnumerable<DocumentWork> Reading(Notice notice) =>
        notice.Files.Select((_, i) => new DocumentWork { Notice = notice.Id, N = i + 1, DueAt = clock.GetUtcNow() });

    // One that waited for its scan may have passed meanwhile.
    private async Task Copy(NoticeFile from, NoticeFile to, CancellationToken cancel)
    {
        await using var content = await store.Open(from.StoredIn(), from.Blob, cancel)
            ?? await store.Open(Place.Originals, from.Blob, cancel);
        if (content is not null)
            await store.Keep(to.StoredIn(), to.Blob, content, to.StoredMediaType(), cancel);
    }

    private async Task Keep(NoticeFile kept, SubmittedFile file, CancellationToken cancel)
    {
        await using var content = file.Open();
        await store.Keep(kept.StoredIn(), kept.Blob, content, kept.StoredMediaType(), cancel);
    }

    private async Task<NoticeFile> Examine(SubmittedFile file, CancellationToken cancel)
    {
        await using var content = file.Open();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        var finding = await reader.Inspect(file.Name, content, cancel);
        return new(file.Name, file.MediaType, hash, content.Length, "")
        {
            Kind = finding.Kind, Refused = finding.Refused, AwaitsScan = settings.AwaitScan && finding.Refused is null,
        };
    }
}
