using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Builders;

/// <summary>
/// The fictional State of the samples, an authority of it, and its notices: all in order, until a test changes something.
/// </summary>
internal static class Sample
{
    /// <summary>Stands in everything that is restricted: where it turns up, something leaked.</summary>
    public const string Marker = "MARKER-7f3a";

    public const string Record = "record-1";

    public static DateTimeOffset Now { get; } = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    public static DateOnly Today { get; } = new(2025, 3, 14);

    public static StateCode State { get; } = new("XAA");

    public static StateCode OtherState { get; } = new("SEN");

    public static Pair Mla { get; } = new(Instrument.Untoc, "18", Matter.Mla);

    public static Pair Extradition { get; } = new(Instrument.Untoc, "16", Matter.Extradition);

    public static ReferenceData Data { get; } = new(new StateCatalog(withFictionalStates: true), new NetworkCatalog(), new PartyList());

    public static Reference Reference(params Authority[] authorities) => Data.With(Register(authorities));

    public static RegisterSnapshot Register(params Authority[] authorities) =>
        RegisterSnapshot.Empty.With(authorities.Select(a => new AuthorityWrite(a, null)), Head.Empty);

    public static Authority Authority(string id = Record, StateCode? state = null, params Pair[] pairs) => new()
    {
        Id = id,
        Version = 1,
        Public = new() { State = state ?? State },
        Restricted = new()
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = $"Office of Legal Cooperation {Marker}" },
            Designations = [.. (pairs.Length == 0 ? [Mla] : pairs).Select(Designation)],
            Phones = [new("+99915550100")],
            Emails = [new("cooperation@justice.example")],
            InterpolAccepted = InterpolAcceptance.Yes,
            Comments = Marker,
        },
        Upkeep = new()
        {
            Status = RecordStatus.Active, LastChangedOn = Now.AddYears(-1), LastConfirmedOn = Now.AddYears(-1), Salt = "salt",
        },
    };

    /// <summary>An authority whose only designation ended yesterday.</summary>
    public static Authority Withdrawn()
    {
        var authority = Authority();
        var ended = authority.Restricted.Designations.Select(d => d with { EffectiveTo = Today.AddDays(-1) });
        return authority with { Restricted = authority.Restricted with { Designations = [.. ended] } };
    }

    public static Designation Designation(Pair pair) =>
        new() { Instrument = pair.Instrument, Article = pair.Article, Matter = pair.Matter };

    /// <summary>The flat form of an authority that no rule objects to.</summary>
    public static JsonObject AuthorityJson(string? with = null) => Merged(
        """
        {
          "authorityName": { "en": "Office of International Legal Cooperation" },
          "authorityKind": "MINISTRY_OF_JUSTICE",
          "designations": [ { "instrument": "UNTOC", "article": "18", "matter": "MLA" } ],
          "phones": [ { "number": "+99915550100" } ],
          "emails": [ { "address": "cooperation@justice.example" } ],
          "interpolAccepted": "YES"
        }
        """, with);

    /// <summary>A notice of a kind with its changes.</summary>
    public static JsonObject Notice(NoticeKind kind, params JsonObject[] changes) => new()
    {
        ["state"] = State.Value,
        ["kind"] = kind.Code(),
        ["changes"] = new JsonArray([.. changes.Select(c => c.DeepClone())]),
    };

    /// <summary>A notice that designates an authority; texts to merge into the authority and into the notice.</summary>
    public static JsonObject Designating(string? authority = null, string? notice = null) =>
        Merged(Notice(NoticeKind.NewDesignation, new JsonObject { ["authority"] = AuthorityJson(authority) }).ToJsonString(), notice);

    /// <summary>A notice that changes fields of <see cref="Record"/>.</summary>
    public static JsonObject Amending(string set, string? notice = null) => Merged(
        Notice(NoticeKind.ChangeOfContact, new JsonObject { ["recordId"] = Record, ["set"] = JsonNode.Parse(set) }).ToJsonString(), notice);

    /// <summary>A notice that claims membership of networks.</summary>
    public static JsonObject Claiming(params string[] networks) => Notice(
        NoticeKind.NetworkMembership, [.. networks.Select(n => Object($$"""{"membership":{"network":"{{n}}"} }"""))]);

    public static JsonObject Object(string json) => (JsonObject)JsonNode.Parse(json)!;

    public static Understanding Read(JsonObject notice, Caller? sender = null, Reference? reference = null) =>
        NoticeParser.Read(notice, sender ?? Callers.Mission, Now, reference ?? Reference(Authority()));

    private static JsonObject Merged(string json, string? with) =>
        (JsonObject)MergePatch.Apply(JsonNode.Parse(json), JsonNode.Parse(with ?? "{}"))!;
}
