namespace Hub.Notices.AccessLinks;

/// <summary>Makes personal links and reads them.</summary>
/// <param name="keys">Where the key lies.</param>
/// <param name="settings">Where links lead.</param>
/// <param name="clock">The time.</param>
public sealed class PersonalLinks(ILinkKey keys, LinkSettings settings, TimeProvider clock)
{
    /// <summary>The address of a link that works from a day on for as long as its purpose allows.</summary>
    public async Task<Uri> To(LinkPurpose purpose, LinkHolder holder, string subject, DateTimeOffset from, CancellationToken cancel)
    {
        var (key, expires) = (await keys.Get(cancel), DateOnly.FromDateTime(from.UtcDateTime).AddDays(PersonalLink.Days(purpose)));
        var link = new PersonalLink(purpose, holder.Id, subject, expires, holder.Mark(key.Span));
        return new(settings.Home, $"/links/{link.Sign(key.Span)}");
    }

    /// <summary>Whether a link was sent to the reader as it is now.</summary>
    public async Task<bool> IsOf(PersonalLink link, LinkHolder holder, CancellationToken cancel) =>
        link.Reader == holder.Id && link.Holder == holder.Mark((await keys.Get(cancel)).Span);

    /// <summary>What a text is that somebody brought.</summary>
    public async Task<LinkReading> Read(string text, CancellationToken cancel) =>
        PersonalLink.Read(text, (await keys.Get(cancel)).Span, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}

/// <summary>Where links lead.</summary>
/// <param name="Home">The hub's public address.</param>
public sealed record LinkSettings(Uri Home);

/// <summary>The key that personal links are signed with.</summary>
public interface ILinkKey
{
    /// <summary>The key: 32 bytes or more.</summary>
    ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken cancel);
}
