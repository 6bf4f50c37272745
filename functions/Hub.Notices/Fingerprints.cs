using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>By what a notice can be recognised when it comes again. Each is a hash, scoped to the State.</summary>
/// <param name="Idempotency">The sender's Idempotency-Key and its own name.</param>
/// <param name="Body">Everything that was sent, byte for byte.</param>
/// <param name="Note">Reference, date, content and files together: what agrees in all of it is the same note (V18).</param>
/// <param name="OfficialRef">The note's reference alone.</param>
/// <param name="Content">What it changes, and its date, alone.</param>
public sealed record Fingerprints(string? Idempotency, string Body, string? Note, string? OfficialRef, string? Content)
{
    /// <summary>Those of a notice, as it came on a day.</summary>
    public static Fingerprints Of(Submission sent, IReadOnlyList<NoticeFile> files, NoticeForm? form, DateOnly received)
    {
        var body = Sha256([sent.Original.Span.ToArray(), .. files.Select(f => Encoding.ASCII.GetBytes(f.Sha256))]);
        // A mail's key is the mail's own, whatever its sender is called by now.
        var scope = sent.Mail is null ? sent.Sender.Name : "mail";
        var key = sent.IdempotencyKey is { } given ? Sha256(scope, given) : null;
        // An answer to a query bears the reference of the note it mends.
        if (Notice.Amended(sent.Json) is not null)
            return new(key, body, null, null, null);
        var reference = ReferenceOf(sent.Json, form);
        // The forms that one note covers all bear its reference.
        var which = sent.Mail is { Number: > 0 } mail ? $"{reference}\n{mail.Number}" : reference;
        var content = form is null ? null : ContentOf(sent.Json, form, received);
        var files256 = files.Select(f => f.Sha256).Order(StringComparer.Ordinal);
        var note = content is null ? null : Sha256(["note", reference, content, form!.Text ?? "", .. files256]);
        return new(key, body, note, reference.Length > 0 ? Sha256(which) : null, content);
    }

    /// <summary>
    /// Those of a notice that may be meant again although another said the same: from then on that is what comes again, and not the other.
    /// </summary>
    public Fingerprints After(string other) => this with
    {
        Note = Note is null ? null : Sha256("after", other, Note), Content = Content is null ? null : Sha256("after", other, Content),
    };

    /// <summary>
    /// A note's reference as it is compared: its separators tell 1/11 from 11/1, its blanks and capitals tell nothing. Empty where there
    /// is none: a dash in its place is none.
    /// </summary>
    public static string ReferenceOf(JsonObject json, NoticeForm? form)
    {
        var text = form?.OfficialRef ?? Text(json["officialRef"]) ?? "";
        return text.Any(char.IsLetterOrDigit)
            ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant()
            : "";
    }

    // The same on another day is another note: confirmations come every year.
    private static string ContentOf(JsonObject json, NoticeForm form, DateOnly received) => Sha256(
        $"{form.Kind}", $"{form.NoteDate ?? received:yyyy-MM-dd}", $"{form.EffectiveFrom:yyyy-MM-dd}",
        json["changes"]?.ToJsonString(HubJson.Options) ?? "");

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Sha256(params IEnumerable<string> parts) => Sha256(parts.Select(Encoding.UTF8.GetBytes));

    private static string Sha256(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
