using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;

namespace Hub.Intake.Translation;

/// <summary>
/// Translates the text of a document into one language. The translation is plain text with a label on it: it is there to be understood, and
/// the original, with its form and seal, prevails (I10).
/// </summary>
public sealed class DocumentTranslation(
    WorkClock works, IDocumentWorkStore store, INoticeStore notices, IFileStore files,
    IFileReader reader, ITranslator translator, TimeProvider clock)
{
    private const string Result = "translation.json";
    private const string BehindLabel = "\n\n";

    /// <summary>Translates where that is due.</summary>
    public Task Run(string id, CancellationToken cancel) => works.Run(
        id, work => work.State == WorkState.Waiting ? Run(work, cancel) : Task.CompletedTask, cancel);

    private async Task Run(DocumentWork work, CancellationToken cancel)
    {
        var file = (await notices.Find(work.Notice, cancel))!.Files[work.N - 1];
        var original = await Original(work, file, cancel);
        var done = original.Legibility == Legibility.Unreadable
            ? work with { State = WorkState.Impossible, DueAt = null, Reason = "its text could not be read" }
            : await Kept(work, cancel) is { } record
            ? await Done(work, record, original, cancel)
            : await Translate(work, file, original, cancel);
        await store.Save(done, cancel);
    }

    // Told of what is kept, by whichever run it was: that is what is read.
    private async Task<DocumentWork> Done(
        DocumentWork work, TranslationRecord record, DocumentText original, CancellationToken cancel)
    {
        await using var content = await files.Open(Place.Documents, record.Blob, cancel)
            ?? throw new InvalidDataException($"{work.Id} has no translation.");
        using var reader = new StreamReader(content, Encoding.UTF8);
        var translation = (await reader.ReadToEndAsync(cancel)).Split(BehindLabel, 2)[^1];
        return work with
        {
            State = WorkState.Done, DueAt = null, Record = record, Reason = original.Part,
            Missing = TranslationCheck.Missing(original.Text, translation),
        };
    }

    private async Task<DocumentText> Original(DocumentWork work, NoticeFile file, CancellationToken cancel)
    {
        await using var content = await files.Open(file.StoredIn(), file.Blob, cancel)
            ?? throw new InvalidDataException($"{work.Id} has no original.");
        return await reader.Text(file.Kind!.Value, content, cancel);
    }

    // A crash may have come between keeping the translation and noting it: it is not made, nor paid, twice.
    private async Task<TranslationRecord?> Kept(DocumentWork work, CancellationToken cancel)
    {
        await using var stream = await files.Open(Place.Documents, $"{work.Id}/{Result}", cancel);
        return stream is null ? null : await JsonSerializer.DeserializeAsync<TranslationRecord>(stream, HubJson.Options, cancel);
    }

    private async Task<DocumentWork> Translate(
        DocumentWork work, NoticeFile file, DocumentText original, CancellationToken cancel)
    {
        var (from, into) = (work.From!.Value, work.Into!.Value);
        return await translator.Translate(original.Text, from, into, Glossary.Tsv(from, into), cancel) switch
        {
            Translated.Text(var translation) => await Done(
                work, await Keep(work, file, $"{Label.Of(from, into, translator.Name)}{BehindLabel}{translation}", cancel),
                original, cancel),
            Translated.Unable(var reason) => work with { State = WorkState.Impossible, DueAt = null, Reason = reason },
            Translated.Failed(var failure) => works.After(work, failure),
            _ => throw new NotSupportedException("Unknown end of a translation."),
        };
    }

    private async Task<TranslationRecord> Keep(DocumentWork work, NoticeFile file, string translation, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(translation);
        // Named by its hash, so that its record, which is written last, always belongs to what is there.
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var record = new TranslationRecord(
            translator.Name, Glossary.Version, clock.GetUtcNow(), file.Sha256, hash, $"{work.Id}/{hash}.txt", DocumentKind.Txt);
        using (var content = new MemoryStream(bytes))
            await files.Keep(Place.Documents, record.Blob, content, "text/plain; charset=utf-8", cancel);
        using var noted = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(record, HubJson.Options));
        var first = await files.Keep(Place.Documents, $"{work.Id}/{Result}", noted, "application/json", cancel);
        return first ? record : (await Kept(work, cancel))!;
    }
}
