using Hub.Intake.Files.Reading;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Pages.Console.Notices.Source;
using Hub.Register.States;

namespace Hub.Functions.Console.Notices;

/// <summary>
/// Reads the files of notices and their translations as texts: whatever they are, nothing of them becomes a page's own markup.
/// </summary>
public sealed class SourceTexts(IFileStore files, IFileReader reader)
{
    // Each takes a moment; whoever wants the others opens them by themselves.
    private const int Most = 4;

    /// <summary>What can be read in the first of a notice's files, and their translations into a language.</summary>
    public async Task<IReadOnlyList<SourceText>> Of(
        Notice notice, IReadOnlyList<DocumentWork> works, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var found = new List<SourceText>();
        for (var n = 1; n <= Math.Min(Most, notice.Files.Count); n++)
            if (await Of(notice, n, works, language, cancel) is { } text)
                found.Add(text);
        return found;
    }

    /// <summary>What can be read in a file of a notice, and its translation into a language; null where that is nothing.</summary>
    public async Task<SourceText?> Of(
        Notice notice, int n, IReadOnlyList<DocumentWork> works, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var file = notice.Files[n - 1];
        if (file is not { Refused: null, AwaitsScan: false, Kind: { } kind }
            || await Text(Place.Originals, file.Blob, kind, cancel) is not { Length: > 0 } text)
            return null;
        var from = works.FirstOrDefault(w => w.N == n && w.Into is null)?.From;
        var work = from == language ? null : works.FirstOrDefault(w => w.N == n && w.Into == language);
        var translation = work?.Record is { } record ? await Text(Place.Documents, record.Blob, record.Kind, cancel) : null;
        return new(
            n, file.Name, text, from, translation is null ? null : new(language, work!.State == WorkState.Human, translation));
    }

    private async Task<string?> Text(Place place, string blob, DocumentKind kind, CancellationToken cancel)
    {
        await using var content = await files.Open(place, blob, cancel);
        if (content is null)
            return null;
        try
        {
            return (await reader.Text(kind, content, cancel)).Text;
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            return null;
        }
    }
}
