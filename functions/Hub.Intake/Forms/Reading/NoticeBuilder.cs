using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Intake.Forms.Reading;

/// <summary>Puts the values of a form where a notice of its kind has them.</summary>
/// <param name="kind">The kind; null where nobody says.</param>
/// <param name="amends">Whether the form names the record that it changes.</param>
internal sealed class NoticeBuilder(NoticeKind? kind, bool amends)
{
    private readonly Dictionary<string, string> _begun = new(StringComparer.Ordinal);

    /// <summary>The notice so far.</summary>
    public JsonObject Notice { get; } = [];

    /// <summary>Puts a value; the pointers under which it then is, none where a notice of the kind has no place for it.</summary>
    public IReadOnlyList<string> Put(FormField field, FieldValue value) => field.Target switch
    {
        FieldTarget.Notice => [JsonPlace.Put(Notice, value.Path, value.Node)],
        FieldTarget.Change when HasOneChange(field) => [JsonPlace.Put(Notice, $"/changes/0{value.Path}", value.Node)],
        FieldTarget.Record when HasRecord => [JsonPlace.Put(Notice, $"{Record}{value.Path}", value.Node)],
        FieldTarget.Pair when Pairs is { } pairs => [JsonPlace.Put(Notice, pairs, Pair((JsonObject)value.Node))],
        FieldTarget.OtherPair when Pairs is { } pairs && (HasRecord || value.Path != "/function") =>
            [Part("other", pairs, new() { ["instrument"] = Instrument.Other.Code() }, value)],
        FieldTarget.Designations when HasRecord => Each(value),
        FieldTarget.LegalBasis when kind is null or NoticeKind.LegalBasisDeclaration || Designates => [Basis(field, value)],
        FieldTarget.Membership when kind is null or NoticeKind.NetworkMembership || Designates =>
            [JsonPlace.Put(Notice, "/changes/-/membership", value.Node)],
        _ => [],
    };

    /// <summary>Where values of a field are put, and lists of them as a whole; empty where that depends on them.</summary>
    public string Place(FormField field) => field.Target switch
    {
        FieldTarget.Notice => field.Path,
        FieldTarget.Change when HasOneChange(field) => $"/changes/0{field.Path}",
        FieldTarget.Record when HasRecord => $"{Record}{(field.Path.EndsWith("/-", StringComparison.Ordinal) ? field.Path[..^2] : field.Path)}",
        _ => "",
    };

    private bool Designates => kind is NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation;

    private bool HasRecord => kind is null or NoticeKind.ChangeOfContact || Designates;

    private bool IsNew => kind == NoticeKind.NewDesignation || (kind != NoticeKind.ChangeOfContact && !amends);

    private string Record => IsNew ? "/changes/0/authority" : "/changes/0/set";

    private string? Pairs => kind switch
    {
        NoticeKind.NilDeclaration => "/changes/-/pair",
        NoticeKind.Withdrawal => "/changes/0/pairs/-",
        NoticeKind.ChangeOfContact => null,
        _ => HasRecord ? $"{Record}/designations/-" : null,
    };

    // Which of the change's own fields a kind has, as in Notices/KindFields.
    private bool HasOneChange(FormField field) => (field.Path, kind) switch
    {
        ("/recordId", NoticeKind.NewDesignation) => false,
        ("/recordId", _) => HasRecord || kind is NoticeKind.Withdrawal or NoticeKind.ConfirmationNoChange,
        ("/lastDay", NoticeKind.Withdrawal) => true,
        _ => IsNew && HasRecord,
    };

    // A pair that is withdrawn or declared to have nobody has no function.
    private JsonObject Pair(JsonObject pair)
    {
        if (!HasRecord)
            pair.Remove("function");
        return pair;
    }

    private List<string> Each(FieldValue value)
    {
        var count = ((Notice["changes"] as JsonArray)?[0]?[IsNew ? "authority" : "set"]?["designations"] as JsonArray)?.Count ?? 0;
        return [.. Enumerable.Range(0, count).Select(i =>
            JsonPlace.Put(Notice, $"{Record}/designations/{i}{value.Path}", value.Node.DeepClone()))];
    }

    private string Basis(FormField field, FieldValue value) =>
        Part(field.Fixed["instrument"], "/changes/-/legalBasis", field.Item(), value);

    // What several fields say together is one object, begun by the first of them.
    private string Part(string name, string pointer, JsonObject start, FieldValue value)
    {
        if (!_begun.TryGetValue(name, out var begun))
            _begun[name] = begun = JsonPlace.Put(Notice, pointer, start);
        return JsonPlace.Put(Notice, $"{begun}{value.Path}", value.Node);
    }
}
