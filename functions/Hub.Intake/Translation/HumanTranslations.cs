using System.Security.Cryptography;
using Hub.Intake.Files.Reading;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Translation;

/// <summary>Takes translations that people made; they stand before the machine's.</summary>
public sealed class HumanTranslations(IDocumentWorkStore store, IFileStore files, IFileReader reader, TimeProvider clock)
{
    /// <summary>Keeps one; the problem where the file must not be taken.</summary>
    public async Task<Problem?> Put(Notice notice, int n, Language into, Caller by, SubmittedFile file, CancellationToken cancel)
    {
        await using var content = file.Open();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        var finding = await reader.Inspect(file.Name, content, cancel);
        if (finding.Refused is { } code)
            return Problem.Refuse(code, "", file.Name);
        var record = new TranslationRecord(
            by.Name, null, clock.GetUtcNow(), notice.Files[n - 1].Sha256, hash,
            $"{notice.Id}/{n}/{Codes.Code(into)}/{hash}", finding.Kind!.Value);
        content.Position = 0;
        await files.Keep(Place.Documents, record.Blob, content, finding.Kind.Value.MediaType(), cancel);
        await Note(new DocumentWork { Notice = notice.Id, N = n, Into = into }, record, cancel);
        return null;
    }

    // It stands whatever the machine does meanwhile.
    private async Task Note(DocumentWork order, TranslationRecord record, CancellationToken cancel)
    {
        await store.Add(order, cancel);
        while (await store.Find(order.Id, cancel) is { } work)
        {
            var human = work with { State = WorkState.Human, DueAt = null, Record = record, Missing = [], Reason = null };
            if (await store.Save(human, cancel) is not null)
                return;
        }
    }
}
