using Hub.Intake.Translation;
using Hub.Notices.Documents;
using Hub.Operations.Erasures;
using Hub.Register.Json;

namespace Hub.Operations.Erasing;

/// <summary>Takes a machine's translation away, and no longer waits for one. A person's work stays with its notice.</summary>
public sealed class EraseTranslation(IDocumentWorkStore works, IFileEraser files)
{
    private const string Reason = "its time was over";

    /// <summary>Whether a piece of work is a translation by the machine, made or still to be made.</summary>
    public static bool Concerns(DocumentWork work) =>
        work is { Into: not null, State: WorkState.Done, Record: not null } or { Into: not null, State: WorkState.Waiting };

    /// <summary>Takes it away; whether it did.</summary>
    public async Task<bool> Do(DocumentWork old, CancellationToken cancel)
    {
        // The row first: whoever translates it at this moment finds that it is no longer wanted.
        if (await works.Find(old.Id, cancel) is not { } work || !Concerns(work)
            || await works.Save(
                work with { State = WorkState.Impossible, DueAt = null, Record = null, Missing = [], Reason = Reason }, cancel) is null)
            return false;
        foreach (var file in await files.List($"{work.Notice}/{work.N}/{work.Into!.Value.Code()}", cancel))
            if (file.Place == Place.Documents)
                await files.Delete(file, cancel);
        return true;
    }
}
