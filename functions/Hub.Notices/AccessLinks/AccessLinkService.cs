namespace Hub.Notices.AccessLinks;

/// <summary>Makes personal links and reads them.</summary>
/// <param name="keys">Where the key lies.</param>
/// <param name="settings">Where links lead.</param>
/// <param name="clock">The time.</param>
public sealed class AccessLinkService(IAccessLinkKey keys, AccessLinkSettings settings, TimeProvider clock)
{
    /// <summary>The address of a link that works from a day on for as long as its purpose allows.</summary>
    public async Task<Uri> To(
        AccessLinkPurpose purpose,
        AccessLinkHolder holder,
        string subject,
        DateTimeOffset from,
        CancellationToken cancel)
    {
        var (key, expires) = (await keys.Get(cancel), DateOnly.FromDateTime(from.UtcDateTime).AddDays(AccessLink.Days(purpose)));
        var link = new AccessLink(purpose, holder.Id, subject, expires, holder.Mark(key.Span));
        return new(settings.Home, $"/links/{link.Sign(key.Span)}");
    }

    /// <summary>Whether a link was sent to the recipient as it is now.</summary>
    public async Task<bool> IsOf(AccessLink link, AccessLinkHolder holder, CancellationToken cancel) =>
        link.Recipient == holder.Id && link.Holder == holder.Mark((await keys.Get(cancel)).Span);

    /// <summary>What a text is that somebody brought.</summary>
    public async Task<AccessLinkReading> Read(string text, CancellationToken cancel) =>
        AccessLink.Read(text, (await keys.Get(cancel)).Span, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}

/// <summary>Where links lead.</summary>
/// <param name="Home">The hub's public address.</param>
public sealed record AccessLinkSettings(Uri Home);

/// <summary>The key that personal links are signed with.</summary>
public interface IAccessLinkKey
{
    /// <summary>The key: 32 bytes or more.</summary>
    ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken cancel);
}
