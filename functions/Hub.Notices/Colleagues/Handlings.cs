namespace Hub.Notices.Colleagues;

/// <summary>How something on a handling ended.</summary>
public enum HandlingOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was so before: nothing was done now.</summary>
    Before,

    /// <summary>It is done, and a colleague had the work until now.</summary>
    TakenOver,

    /// <summary>Somebody else has it than was seen: nothing was done.</summary>
    HeldOtherwise,

    /// <summary>As many notes are kept as can be: nothing was done.</summary>
    Full,
}

/// <summary>Lets colleagues share their work: one takes it, gives it back, or takes it over from another; each may leave notes.</summary>
public sealed class Handlings(IHandlingStore store, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Who works on what, by the ids of notices and mails.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Holders(CancellationToken cancel) =>
        (await store.Held(cancel)).ToDictionary(d => d.Id, d => d.Holder!.By);

    /// <summary>Takes the work on a notice or a mail.</summary>
    /// <param name="id">The notice or mail.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="seen">Who had it when that person looked; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<HandlingOutcome> Take(string id, string by, string? seen, CancellationToken cancel) => Change(
        id,
        handling => handling.Holder?.By switch
        {
            { } holder when holder == by => (null, HandlingOutcome.Before),
            var holder when holder != seen => (null, HandlingOutcome.HeldOtherwise),
            null => (new(HandlingStepKind.Taken, by, clock.GetUtcNow(), null), HandlingOutcome.Done),
            _ => (new(HandlingStepKind.Taken, by, clock.GetUtcNow(), null), HandlingOutcome.TakenOver),
        },
        cancel);

    /// <summary>Gives the work back, so that anybody may take it.</summary>
    public Task<HandlingOutcome> GiveBack(string id, string by, CancellationToken cancel) => Change(
        id,
        handling => handling.Holder?.By switch
        {
            null => (null, HandlingOutcome.Before),
            var holder when holder != by => (null, HandlingOutcome.HeldOtherwise),
            _ => (new(HandlingStepKind.GivenBack, by, clock.GetUtcNow(), null), HandlingOutcome.Done),
        },
        cancel);

    /// <summary>Leaves a note; the same one sent twice is one.</summary>
    public Task<HandlingOutcome> Note(string id, string by, string text, CancellationToken cancel) => Change(
        id,
        handling => handling.Steps.LastOrDefault(s => s.Kind == HandlingStepKind.Noted) is { } last && (last.By, last.Text) == (by, text)
            ? (null, HandlingOutcome.Before)
            : !handling.HasRoom ? (null, HandlingOutcome.Full)
            : (new(HandlingStepKind.Noted, by, clock.GetUtcNow(), text), HandlingOutcome.Done),
        cancel);

    /// <summary>Ends the work that somebody has: it was decided.</summary>
    public Task<HandlingOutcome> End(string id, CancellationToken cancel) => Change(
        id,
        handling => handling.Holder is { By: var holder }
            ? (new(HandlingStepKind.Ended, holder, clock.GetUtcNow(), null), HandlingOutcome.Done)
            : (null, HandlingOutcome.Before),
        cancel);

    /// <summary>Takes everything away that was said of something that was erased.</summary>
    public Task Forget(string id, CancellationToken cancel) => store.Remove(id, cancel);

    private async Task<HandlingOutcome> Change(
        string id, Func<Handling, (HandlingStep? Step, HandlingOutcome Outcome)> change, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var handling = await store.Find(id, cancel);
            var (step, outcome) = change(handling);
            if (step is null || await store.Save(handling.With(step), cancel) is not null)
                return outcome;
        }
        throw new InvalidOperationException("A handling is written by too many at once.");
    }
}
