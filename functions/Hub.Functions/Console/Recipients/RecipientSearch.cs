using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Recipients;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Functions.Console.Recipients;

/// <summary>Finds recipients as people look for them.</summary>
public sealed class RecipientSearch(
    RecipientProfiles profiles, BouncingAddresses bounces, IOutboxStore outbox, IDeliveryLog log, IRegisterStore register,
    StateCatalog states)
{
    private const int MailsShown = 20;

    /// <summary>All recipients, by State and name.</summary>
    public async Task<IReadOnlyList<RecipientRow>> All(Language language, CancellationToken cancel)
    {
        var (all, snapshot) = (await profiles.Read(cancel), await register.Read(TimeSpan.FromSeconds(1), cancel));
        var causes = (await bounces.Concerns(all.Values.Select(p => p.Recipient), cancel)).ToDictionary(c => c.Recipient.Id, c => c.Cause);
        var mails = (await outbox.OfChanges(cancel)).ToDictionary(m => m.Recipient, m => m.State == OutboxState.Dropped ? null : m.DoneAt);
        var rows =
            from profile in all.Values
            let recipient = profile.Recipient.NamedIn(language, snapshot)
            let state = states.Contains(recipient.State) ? states[recipient.State].Name(language) : recipient.State.Value
            select new RecipientRow(
                recipient, state, profile.Preferences.Cadence, mails.GetValueOrDefault(recipient.Id),
                causes.GetValueOrDefault(recipient.Id), profile.Bounced is not null);
        var order = new Labels(language).Order;
        return [.. rows.OrderBy(r => r.StateName, order).ThenBy(r => r.Recipient.Name, order)];
    }

    /// <summary>Those that were chosen.</summary>
    public async Task<IReadOnlyList<RecipientRow>> Find(RecipientFilter filter, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return [.. (await All(language, cancel)).Where(r => Fits(r, filter))];
    }

    /// <summary>Everything that is shown of one; null where there is none.</summary>
    public async Task<RecipientDetail?> One(string id, Language language, CancellationToken cancel)
    {
        if ((await All(language, cancel)).FirstOrDefault(r => r.Recipient.Id == id) is not { } row)
            return null;
        var preferences = (await profiles.Read(cancel))[id].Preferences;
        return new(
            row, preferences, await log.List(MailChannel.ChannelName, id, MailsShown, null, cancel),
            [.. preferences.States.Select(s => states.Contains(s) ? states[s].Name(language) : s.Value)]);
    }

    private static bool Fits(RecipientRow row, RecipientFilter filter) =>
        (filter.State is not { } state || row.Recipient.State == state)
        && (filter.Kind is not { } kind || row.Kind == kind)
        && (!filter.IsBouncing || row.Bounce is not null || row.IsStopped)
        && (filter.Text is not { } text || row.Recipient.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || row.StateName.Contains(text, StringComparison.OrdinalIgnoreCase)
            || row.Recipient.Address.Contains(text, StringComparison.OrdinalIgnoreCase));
}
