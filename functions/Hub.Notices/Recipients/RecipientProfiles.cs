using Hub.Register.Log;

namespace Hub.Notices.Recipients;

/// <summary>Who is told of changes by mail.</summary>
/// <param name="Recipient">The mission or authority.</param>
/// <param name="Preferences">What it wants to be told, and how often.</param>
/// <param name="Bounced">Why nothing is sent to its address; null where something is.</param>
public sealed record RecipientProfile(Recipient Recipient, MailPreferences Preferences, string? Bounced)
{
    /// <summary>Whether it is told of an event.</summary>
    public bool IsToldOf(DirectoryEvent e) => e.Sequence > Recipient.Since && Preferences.Wants(e);
}

/// <summary>Finds who is told of changes by mail: three queries.</summary>
public sealed class RecipientProfiles(
    IRegisterStore register, ISubscriberStore subscribers, IChoiceStore choices, BouncingAddresses bounces, TimeProvider clock)
{
    /// <summary>All of them as they are now, by id.</summary>
    public async Task<IReadOnlyDictionary<string, RecipientProfile>> Read(CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var chosen = (await choices.List(cancel)).ToDictionary(c => c.Recipient);
        var authorities = Recipient.AuthoritiesOf(snapshot, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var recipients = (await subscribers.List(cancel)).Concat(authorities).DistinctBy(r => r.Id)
            .Select(r => r.With(chosen.GetValueOrDefault(r.Id))).ToList();
        var stopped = await bounces.Stopped(recipients, cancel);
        return recipients.ToDictionary(
            r => r.Id,
            r => new RecipientProfile(
                r, chosen.GetValueOrDefault(r.Id)?.Preferences ?? MailPreferences.Default, stopped.GetValueOrDefault(r.Id)));
    }
}
