using System.Text.Json.Nodes;
using Hub.Intake.Notes;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>Notes of a few words, read.</summary>
internal static class Noted
{
    public const string Known = "Criminal Cases Office";

    /// <summary>An authority for extradition under article 16 of UNTOC.</summary>
    public static Authority Authority(string name = Known, string id = "record-1")
    {
        var record = Sample.Authority(id, null, Sample.Extradition);
        return record with
        {
            Restricted = record.Restricted with { AuthorityName = new Dictionary<string, string> { ["en"] = name } },
        };
    }

    /// <summary>What is understood of a sentence in a note; null where it is no note.</summary>
    public static UnderstoodNotice? Read(string sentence, params Authority[] records) =>
        new NoteParser(Sample.Data, Sample.Register(records)).Read(sentence, new("body", Sample.State, null, "", Sample.Today, false))
            is [var first, ..] ? first : null;

    public static string? Kind(UnderstoodNotice? notice) => (string?)notice?.Form["kind"];

    /// <summary>The changes that it makes.</summary>
    public static IReadOnlyList<JsonObject> Changes(UnderstoodNotice? notice) =>
        [.. (notice?.Form["changes"] as JsonArray ?? []).OfType<JsonObject>()];

    public static string? Name(UnderstoodNotice? notice) => Changes(notice).Select(NameOf).FirstOrDefault();

    public static string? NameOf(JsonObject change) =>
        ((change["authority"] ?? change["set"])?["authorityName"] as JsonObject)?.Select(n => (string?)n.Value).FirstOrDefault();
}
