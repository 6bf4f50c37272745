using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Operations.Erasures;

namespace Hub.Operations.Erasing;

/// <summary>
/// Takes personal data out of a notice: first its row, so that nothing is made of it any more, then its files.
/// </summary>
public sealed class EraseNotice(
    INoticeStore notices, IDocumentWorkStore works, EraseFiles files, EraseHandling handling, TimeProvider clock)
{
    /// <summary>Why an open notice waits.</summary>
    public const string Open = "It is open: it is erased as soon as it is settled.";

    private const int Tries = 5;
    private const string Reason = "its document was erased";

    /// <summary>Erases; done, or why and until when it waits.</summary>
    public async Task<ErasureItem> Do(ErasureItem item, PersonalTerms? terms, bool keepFiles, CancellationToken cancel)
    {
        if (await Row(item.Id, terms, cancel) is { } waits)
            return item with { Waits = waits, Until = null };
        if (!await handling.Do(item.Id, terms, cancel))
            return item with { Waits = ErasureItems.Busy, Until = null };
        if (keepFiles)
            return ErasureItems.Done(item);
        await Works(item.Id, cancel);
        return await files.Of(item.Id, cancel) is { } until
            ? item with { Waits = ErasureItems.Kept, Until = until }
            : ErasureItems.Done(item);
    }

    /// <summary>
    /// Empties a settled notice whose time is over: its files first, so that one that storage still keeps leaves it as it is.
    /// Whether it is done.
    /// </summary>
    public async Task<bool> Empty(string id, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { } notice || ErasedNotice.IsOpen(notice))
            return false;
        await Works(id, cancel);
        if (await files.Of(id, cancel) is not null)
            return false;
        await handling.Do(id, null, cancel);
        var empty = ErasedNotice.Of(notice, null, clock.GetUtcNow()) with { EmptiedAt = clock.GetUtcNow() };
        return await notices.Save(empty, cancel) is not null;
    }

    // Again where somebody moves it on meanwhile: what it says then is what is erased.
    private async Task<string?> Row(string id, PersonalTerms? terms, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await notices.Find(id, cancel) is not { } notice || ErasedNotice.IsClean(notice, terms))
                return null;
            if (ErasedNotice.IsOpen(notice))
                return Open;
            if (await notices.Save(ErasedNotice.Of(notice, terms, clock.GetUtcNow()), cancel) is not null)
                return null;
        }
        return ErasureItems.Busy;
    }

    // What is being translated is no longer: a run that has begun finds its row written by somebody else.
    private async Task Works(string notice, CancellationToken cancel)
    {
        foreach (var id in (await works.Of(notice, cancel)).Select(w => w.Id))
            for (var i = 0; i < Tries && await works.Find(id, cancel) is { } work && Erased(work) is { } erased; i++)
                if (await works.Save(erased, cancel) is not null)
                    break;
    }

    private static DocumentWork? Erased(DocumentWork work) =>
        work is { DueAt: null, Missing.Count: 0, Record: null, Reason: Reason } ? null : work with
        {
            State = WorkState.Impossible, DueAt = null, Missing = [], Record = null, Reason = Reason,
        };
}
