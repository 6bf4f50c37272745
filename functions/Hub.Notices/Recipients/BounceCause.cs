namespace Hub.Notices.Recipients;

/// <summary>
/// Why a mail was not delivered, as its status code says (RFC 3463, and the codes of Exchange Online). Never the other
/// server's own words: they name addresses (I6).
/// </summary>
/// <param name="Status">The code; null where the report gives none.</param>
/// <param name="IsLasting">Whether the next mail would fare no better: it is the address that is wrong.</param>
/// <param name="Words">In words.</param>
public sealed record BounceCause(string? Status, bool IsLasting, string Words)
{
    private static readonly (string Code, bool IsLasting, string Words)[] Known =
    [
        ("5.1.1", true, "there is no such mailbox"),
        ("5.1.2", true, "there is no such domain"),
        ("5.1.3", true, "the address is not written as an address is"),
        ("5.1.6", true, "the mailbox has moved and leaves no address"),
        ("5.1.10", true, "there is no such mailbox"),
        ("5.1", true, "the address is not right"),
        ("5.2.1", true, "the mailbox is closed"),
        ("5.2.2", false, "the mailbox is full"),
        ("5.2.3", false, "the mail is larger than the mailbox takes"),
        ("5.4.1", true, "the domain does not know the address"),
        ("5.4.4", true, "there is no way to the domain"),
        ("5.4.310", true, "there is no such domain"),
        ("5.7", false, "the receiving server refused it by a rule of its own"),
        ("4.4.7", false, "it could not be delivered in time"),
        ("4.4", false, "the receiving server could not be reached"),
        ("4.2.2", false, "the mailbox is full"),
    ];

    /// <summary>The cause that a code stands for: by the whole code, then by its class and subject.</summary>
    public static BounceCause Of(string? status)
    {
        var words = Known.FirstOrDefault(k => k.Code == status) is { Code: not null } whole ? whole
            : Known.FirstOrDefault(k => status?.StartsWith($"{k.Code}.", StringComparison.Ordinal) == true);
        return words.Code is null ? new(status, false, "it was not delivered") : new(status, words.IsLasting, words.Words);
    }

    /// <summary>The same of somebody to whom the mailbox passes its mail on.</summary>
    public BounceCause Behind() => this with { Words = $"{Words}, of somebody to whom the mailbox passes its mail on" };

    /// <inheritdoc/>
    public override string ToString() => Status is null ? Words : $"{Status}: {Words}";
}
