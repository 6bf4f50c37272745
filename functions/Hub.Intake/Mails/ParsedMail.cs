using System.Runtime.InteropServices;
using Hub.Register.Json;

namespace Hub.Intake.Mails;

/// <summary>A mail as it was received, taken apart. Nothing in it is believed yet.</summary>
public sealed record ParsedMail : Confidential
{
    /// <summary>Its Message-ID without brackets (RFC 5322 §3.6.4).</summary>
    public string? MessageId { get; init; }

    /// <summary>The Message-IDs it answers.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The Message-IDs of its conversation.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Its subject, decoded, on one line.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When its sender says it was written.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The addresses of all From headers.</summary>
    public IReadOnlyList<MailAddress> From { get; init; } = [];

    /// <summary>The addresses of Sender.</summary>
    public IReadOnlyList<MailAddress> Sender { get; init; } = [];

    /// <summary>Where answers are wanted.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>To whom it was written, copies included.</summary>
    public IReadOnlyList<MailAddress> Recipients { get; init; } = [];

    /// <summary>Every header, from the top; values unfolded, not decoded.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>What receiving servers say they checked, from the top.</summary>
    public IReadOnlyList<AuthenticationReport> Checks { get; init; } = [];

    /// <summary>
    /// What a person reads: the plain text, else the text of the HTML; in its usual form (NFC), quotations marked by <c>&gt;</c>.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The files it brings, those of mails within it included.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>The mails attached to it.</summary>
    public IReadOnlyList<ParsedMail> Forwarded { get; init; } = [];

    /// <summary>The media types of all its parts, in lower case.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];

    /// <summary>What is not as it should be with its making.</summary>
    public IReadOnlyList<MailDefect> Defects { get; init; } = [];

    /// <summary>The values of a header, from the top.</summary>
    public IEnumerable<string> Header(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}

/// <summary>A header of a mail.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Value">Its value on one line.</param>
public sealed record MailHeader(string Name, string Value) : Confidential;

/// <summary>An Authentication-Results header (RFC 8601).</summary>
/// <param name="Header">Which header it is, counted from the top, 0 the first.</param>
/// <param name="AuthservId">The server that wrote it; empty where it does not say.</param>
/// <param name="Results">What it checked.</param>
public sealed record AuthenticationReport(int Header, string AuthservId, IReadOnlyList<AuthenticationResult> Results) : Confidential;

/// <summary>One check of a receiving server.</summary>
/// <param name="Method">In lower case: <c>spf</c>, <c>dkim</c>, <c>dmarc</c>, …</param>
/// <param name="Result">In lower case: <c>pass</c>, <c>fail</c>, <c>none</c>, …</param>
/// <param name="Properties">What was checked, e.g. <c>header.from</c>, in lower case, the first of each name.</param>
public sealed record AuthenticationResult(string Method, string Result, IReadOnlyDictionary<string, string> Properties) : Confidential;

/// <summary>A file that a mail brings.</summary>
/// <param name="Name">The name its sender gave it; one made from its number where it has none.</param>
/// <param name="MediaType">The media type its sender gave it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailFile(string Name, string MediaType, ReadOnlyMemory<byte> Content) : Confidential
{
    /// <summary>A new stream of its bytes, without a copy of them.</summary>
    public Stream Open() => MemoryMarshal.TryGetArray(Content, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
        : new MemoryStream(Content.ToArray(), writable: false);
}

/// <summary>What can be wrong with how a mail is made.</summary>
public enum MailDefect
{
    /// <summary>It could not be taken apart at all.</summary>
    Unreadable,

    /// <summary>It is larger than the hub takes.</summary>
    TooLarge,

    /// <summary>Parts or mails within each other beyond the limit; what lies deeper was not read.</summary>
    TooDeep,

    /// <summary>More parts, files or headers than the limit; what came after was not read.</summary>
    TooMany,

    /// <summary>Its text holds marks that turn the direction of writing or hide characters; they were taken out.</summary>
    HiddenCharacters,

    /// <summary>Its text is not in the character set it says.</summary>
    WrongCharset,

    /// <summary>A package of Outlook (winmail.dat) that could not be opened.</summary>
    BadTnef,

    /// <summary>Its plain text and its HTML say different things.</summary>
    AlternativesDiffer,

    /// <summary>
    /// What a person sees of its text cannot be told: its styles or its marks of direction may hide signs, or turn them round.
    /// </summary>
    UnsureText,
}

/// <summary>Takes mails apart.</summary>
public interface IMailParser
{
    /// <summary>The mail in a message of RFC 5322, whatever the bytes.</summary>
    Task<ParsedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel);
}
