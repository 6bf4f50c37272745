using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Json;

namespace Hub.Operations.Erasures;

/// <summary>
/// A notice without personal data: ids, dates, hashes, where it stands and what was decided stay. What a notice changed stands in the log.
/// </summary>
public static class ErasedNotice
{
    /// <summary>Whether something is still to be done about a notice: what is open is settled before it is erased.</summary>
    public static bool IsOpen(Notice notice) => !IsSettled(notice.Status);

    /// <summary>Whether nothing is to be done any more about a notice that stands so.</summary>
    public static bool IsSettled(NoticeStatus status) => status switch
    {
        NoticeStatus.Received or NoticeStatus.Query or NoticeStatus.Held or NoticeStatus.Review or NoticeStatus.SecondReview
            or NoticeStatus.Approved => false,
        NoticeStatus.Committed or NoticeStatus.Rejected or NoticeStatus.Duplicate or NoticeStatus.Superseded or NoticeStatus.Closed => true,
    };

    /// <summary>Whether it names a person.</summary>
    public static bool Names(Notice notice, PersonalTerms terms) => ErasedJson.Names(Personal(notice), terms);

    /// <summary>A notice without a person; without everything personal where no terms are given.</summary>
    public static Notice Of(Notice notice, PersonalTerms? terms, DateTimeOffset now) =>
        (terms is null ? Emptied(notice) : Without(notice, terms)) with { ErasedAt = notice.ErasedAt ?? now };

    /// <summary>Whether erasing it would change anything.</summary>
    public static bool IsClean(Notice notice, PersonalTerms? terms) => terms is not null
        ? !Names(notice, terms)
        : notice.ErasedAt is { } at && JsonNode.DeepEquals(Node(notice), Node(Emptied(notice) with { ErasedAt = at }));

    private static Notice Emptied(Notice notice) => notice with
    {
        Form = Skeleton(notice.Form),
        Corrections =
        [
            .. notice.Corrections.Select(c => c with
            {
                Earlier = Skeleton(c.Earlier), Reason = c.Reason is null ? null : PersonalTerms.Erased,
            }),
        ],
        Sender = Nameless(notice.Sender),
        Proposals = [],
        Words = [],
        Problems = [.. notice.Problems.Select(p => p with { Field = "", Arguments = [] }).DistinctBy(p => p.Code)],
        Files = [.. notice.Files.Select(f => f with { Name = PersonalTerms.Erased, MediaType = "application/octet-stream" })],
        Decisions = [.. notice.Decisions.Select(d => d with { Reason = d.Reason is null ? null : PersonalTerms.Erased })],
        NetworkAnswers = [.. notice.NetworkAnswers.Select(a => a with { Reason = a.Reason is null ? null : PersonalTerms.Erased })],
        ConfirmedBy = notice.ConfirmedBy is null ? null : PersonalTerms.Erased,
        Objection = notice.Objection is { } objection ? objection with { By = PersonalTerms.Erased, Reason = PersonalTerms.Erased } : null,
        WithdrawnBy = notice.WithdrawnBy is null ? null : PersonalTerms.Erased,
    };

    private static Notice Without(Notice notice, PersonalTerms terms) => notice with
    {
        Form = ErasedJson.Without(notice.Form, terms),
        Corrections =
        [
            .. notice.Corrections.Select(c => c with
            {
                By = terms.Without(c.By), MadeBy = terms.Left(c.MadeBy), Earlier = ErasedJson.Without(c.Earlier, terms),
                Reason = terms.Left(c.Reason),
            }),
        ],
        Sender = notice.Sender with
        {
            Name = terms.Without(notice.Sender.Name), MadeBy = terms.Left(notice.Sender.MadeBy),
            SetBy = notice.Sender.SetBy?.Select(terms.Without).ToList(),
        },
        Proposals = [.. notice.Proposals.Where(p => !ErasedJson.Names(Node(p), terms))],
        Words = [.. notice.Words.Where(w => !ErasedJson.Names(Node(w), terms))],
        Problems =
        [
            .. notice.Problems.Select(p => p with { Field = terms.Without(p.Field), Arguments = [.. p.Arguments.Select(terms.Without)] }),
        ],
        Files = [.. notice.Files.Select(f => f with { Name = terms.Without(f.Name), MediaType = terms.Without(f.MediaType) })],
        Decisions =
        [
            .. notice.Decisions.Select(d => d with
            {
                Reviewer = terms.Without(d.Reviewer), Reason = terms.Left(d.Reason), MadeBy = terms.Left(d.MadeBy),
            }),
        ],
        NetworkAnswers = [.. notice.NetworkAnswers.Select(a => a with { By = terms.Without(a.By), Reason = terms.Left(a.Reason) })],
        ConfirmedBy = terms.Left(notice.ConfirmedBy),
        Objection = notice.Objection is { } objection
            ? objection with { By = terms.Without(objection.By), Reason = terms.Without(objection.Reason) } : null,
        WithdrawnBy = terms.Left(notice.WithdrawnBy),
        ConfirmerMadeBy = terms.Left(notice.ConfirmerMadeBy),
        ConfirmerAlsoMadeBy = [.. notice.ConfirmerAlsoMadeBy.Select(terms.Without)],
    };

    // Everything in it that was written by or about somebody; ids and codes of the hub's own are not looked through.
    private static JsonNode? Personal(Notice notice) => Node(new
    {
        notice.Form, Corrections = notice.Corrections.Select(c => new { c.By, c.MadeBy, c.Earlier, c.Reason }), notice.Sender.Name,
        notice.Sender.MadeBy, notice.Sender.SetBy, notice.ConfirmerAlsoMadeBy, notice.Proposals, notice.Words,
        Problems = notice.Problems.Select(p => new { p.Field, p.Arguments }), Files = notice.Files.Select(f => new { f.Name, f.MediaType }),
        Decisions = notice.Decisions.Select(d => new { d.Reviewer, d.Reason, d.MadeBy }),
        NetworkAnswers = notice.NetworkAnswers.Select(a => new { a.By, a.Reason }), notice.ConfirmedBy, notice.ConfirmerMadeBy,
        notice.WithdrawnBy, ObjectedBy = notice.Objection?.By, Objection = notice.Objection?.Reason,
    });

    // What says which kind of notice it was, where it is what it should be.
    private static JsonObject Skeleton(JsonObject form)
    {
        var left = new JsonObject();
        if (Text(form, "kind") is { } kind && Codes.TryParse<NoticeKind>(kind, out _))
            left["kind"] = kind;
        if (Text(form, "noteDate") is { } date && DateOnly.TryParseExact(date, "yyyy-MM-dd", out _))
            left["noteDate"] = date;
        return left;
    }

    private static string? Text(JsonObject form, string name) =>
        form[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // Who acted for the Secretariat stays on record, as do its reviewers.
    internal static Caller Nameless(Caller caller) =>
        caller.Kind == CallerKind.Secretariat ? caller : caller with { Name = PersonalTerms.Erased };

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, HubJson.Options);
}
