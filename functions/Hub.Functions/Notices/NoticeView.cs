using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Functions.Http;
using Hub.Notices;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Functions.Notices;

/// <summary>A notice as the API shows it.</summary>
internal static class NoticeView
{
    /// <summary>To its sender: where it stands, what is wrong and how to mend it, what was decided.</summary>
    public static JsonObject ForSender(Notice notice)
    {
        var view = new JsonObject
        {
            ["id"] = notice.Id,
            ["state"] = notice.State.Value,
            ["status"] = notice.Status.Code(),
            ["kind"] = notice.Form["kind"]?.DeepClone(),
            ["officialRef"] = notice.Form["officialRef"]?.DeepClone(),
            ["receivedAt"] = Node(notice.ReceivedAt),
            ["channel"] = notice.Channel().Code(),
            ["language"] = notice.Language.Code(),
            ["problems"] = Responses.Problems(notice.Problems, notice.Language),
            ["files"] = new JsonArray(
                [.. notice.Files.Select(f => Node(new { f.Name, f.MediaType, f.Sha256, f.Length, f.Kind, f.Refused }))]),
            ["decisions"] = new JsonArray([.. notice.Decisions.Select(d => Node(new { d.Kind, d.At, d.Reason }))]),
        };
        if (notice.NetworkAnswers.Count > 0)
            view["networkAnswers"] = new JsonArray(
                [.. notice.NetworkAnswers.Select(a => Node(new { a.Network, a.Listed, a.At, a.Reason }))]);
        if (notice.Proposals.Count > 0)
            view["proposals"] = Node(notice.Proposals);
        if (notice.Linked is { } linked)
            view["linked"] = linked;
        if (notice.ConfirmedBy is { } office)
            view["confirmedBy"] = office;
        if (notice.WithdrawnAt is { } withdrawn)
            view["withdrawnAt"] = Node(withdrawn);
        if (notice.Sequence is { } sequence)
            view["sequence"] = sequence;
        if (notice.ErasedAt is { } erased)
            view["erasedAt"] = Node(erased);
        if (notice is { Status: NoticeStatus.Approved, DueAt: { } due })
            view["takesEffectAt"] = Node(due);
        return view;
    }

    /// <summary>To the Secretariat: also what it says, who sent it, and each record as it is against as it would be.</summary>
    public static JsonObject ForSecretariat(Notice notice, Reference reference)
    {
        var view = ForSender(notice);
        view["sender"] = Node(notice.Sender);
        view["form"] = notice.Form.DeepClone();
        view["decisions"] = Node(notice.Decisions);
        if (notice.Mail is { } mail)
            (view["mail"], view["words"]) = (mail, Node(notice.Words));
        if (notice.Corrections.Count > 0)
            view["corrections"] = Node(notice.Corrections);
        view["basedOn"] = Node(notice.BasedOn);
        if (notice.Trouble is { } trouble)
            view["trouble"] = trouble;
        view["records"] = new JsonArray([.. Records(notice, reference)]);
        return view;
    }

    // What the hub gave up, or what was erased from, cannot be understood: it is shown as it is.
    private static IEnumerable<JsonNode?> Records(Notice notice, Reference reference) =>
        from change in notice is { Trouble: null, ErasedAt: null }
            ? NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, reference).Changes
            : []
        let old = change.Record() is { } id ? reference.Register.Authorities.GetValueOrDefault(id) : null
        where old is not null
        select (JsonNode)new JsonObject
        {
            ["recordId"] = old.Id,
            ["version"] = old.Version,
            ["changes"] = new JsonArray([.. Differences(old, change)]),
        };

    private static IEnumerable<JsonNode?> Differences(Authority old, Change change)
    {
        if (change is not Change.Amend amend)
            yield break;
        var changed = AuthorityForm.Amend(old, amend.Set).Changed;
        var (before, after) = (old.Form(), changed.Form());
        foreach (var field in AuthorityForm.ChangedFields(old, changed))
            yield return new JsonObject { ["field"] = field, ["old"] = before[field]?.DeepClone(), ["new"] = after[field]?.DeepClone() };
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, HubJson.Options);
}
