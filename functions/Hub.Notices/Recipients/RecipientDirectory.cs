using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Notices.Recipients;

/// <summary>Who reads, and what they choose.</summary>
public sealed class RecipientDirectory(IRegisterStore register, ISubscriberStore subscribers, IChoiceStore choices, TimeProvider clock)
{
    /// <summary>A recipient by its id; null where there is none.</summary>
    public async Task<Recipient?> Find(string id, CancellationToken cancel)
    {
        var authorities = Recipient.AuthoritiesOf(await register.Read(TimeSpan.FromSeconds(1), cancel), Today());
        var known = authorities.FirstOrDefault(r => r.Id == id) ?? await subscribers.Find(id, cancel);
        return known?.With(await choices.Find(id, cancel));
    }

    /// <summary>All recipients: missions and designated authorities.</summary>
    public async Task<IReadOnlyList<Recipient>> List(CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var authorities = Recipient.AuthoritiesOf(snapshot, Today());
        var chosen = (await choices.List(cancel)).ToDictionary(c => c.Recipient);
        return [.. (await subscribers.List(cancel)).Concat(authorities).Select(r => r.With(chosen.GetValueOrDefault(r.Id)))];
    }

    /// <summary>All recipients, by the names that readers of a language know.</summary>
    public async Task<IReadOnlyList<Recipient>> List(Language language, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        return [.. (await List(cancel)).Select(r => r.NamedIn(language, snapshot))];
    }

    /// <summary>What a recipient chose.</summary>
    public Task<RecipientChoice> ChoiceOf(string recipient, CancellationToken cancel) => choices.Find(recipient, cancel);

    /// <summary>Keeps what a recipient chooses: it counts from the next mail that is begun.</summary>
    public Task<RecipientChoice> Choose(string recipient, MailPreferences preferences, CancellationToken cancel) =>
        Change(recipient, c => c with { Preferences = preferences }, cancel);

    /// <summary>Ends every link that was sent to a recipient.</summary>
    public Task EndLinks(string recipient, CancellationToken cancel) =>
        Change(recipient, c => c with { LinkGeneration = c.LinkGeneration + 1 }, cancel);

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<RecipientChoice> Change(string recipient, Func<RecipientChoice, RecipientChoice> change, CancellationToken cancel)
    {
        while (true)
        {
            var choice = change(await choices.Find(recipient, cancel));
            // A fresh link may be noted at the same time.
            if (await choices.Save(choice, cancel))
                return choice;
        }
    }
}
