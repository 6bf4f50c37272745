using Hub.Register.Log;

namespace Hub.Notices.Recipients;

/// <summary>Who reads, and what they choose.</summary>
public sealed class ReaderDesk(IRegisterStore register, ISubscriberStore subscribers, IChoiceStore choices, TimeProvider clock)
{
    /// <summary>A reader by its id; null where there is none.</summary>
    public async Task<Reader?> Find(string id, CancellationToken cancel) => (await List(cancel)).FirstOrDefault(r => r.Id == id);

    /// <summary>All readers: missions and designated authorities.</summary>
    public async Task<IReadOnlyList<Reader>> List(CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var authorities = Reader.AuthoritiesOf(snapshot, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var chosen = (await choices.List(cancel)).ToDictionary(c => c.Reader);
        return [.. (await subscribers.List(cancel)).Concat(authorities).Select(r => r.With(chosen.GetValueOrDefault(r.Id)))];
    }

    /// <summary>What a reader chose.</summary>
    public Task<ReaderChoice> ChoiceOf(string reader, CancellationToken cancel) => choices.Find(reader, cancel);

    /// <summary>Keeps what a reader chooses: it counts from the next mail that is begun.</summary>
    public Task<ReaderChoice> Choose(string reader, ReadingPreferences preferences, CancellationToken cancel) =>
        Change(reader, c => c with { Preferences = preferences }, cancel);

    /// <summary>Ends every link that was sent to a reader.</summary>
    public Task EndLinks(string reader, CancellationToken cancel) =>
        Change(reader, c => c with { LinkGeneration = c.LinkGeneration + 1 }, cancel);

    private async Task<ReaderChoice> Change(string reader, Func<ReaderChoice, ReaderChoice> change, CancellationToken cancel)
    {
        while (true)
        {
            var choice = change(await choices.Find(reader, cancel));
            // A fresh link may be noted at the same time.
            if (await choices.Save(choice, cancel))
                return choice;
        }
    }
}
