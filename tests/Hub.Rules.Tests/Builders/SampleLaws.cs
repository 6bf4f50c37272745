using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Rules.Tests.Builders;

/// <summary>A law of the fictional State, and notices of it: all in order, until a test changes something.</summary>
internal static class SampleLaws
{
    public const string Id = "law-1";

    /// <summary>A law as its State writes it, with a patch.</summary>
    public static JsonObject Json(string? with = null) => (JsonObject)MergePatch.Apply(JsonNode.Parse(
        """
        {
          "titleOriginal": "Loi relative à l'entraide judiciaire en matière pénale", "language": "fr", "type": "ACT", "number": "2019-07",
          "status": "IN_FORCE", "dates": { "adopted": "2019-03-14", "published": "2019-03-20" },
          "officialUrl": "https://laws.arvenia.example/2019-07", "languages": [ { "language": "fr", "kind": "OFFICIAL" } ],
          "provisions": [ { "label": "art. 12", "articles": [ { "instrument": "UNTOC", "article": "18", "paragraph": "3(a)" } ], "topics": ["MLA"] } ]
        }
        """), JsonNode.Parse(with ?? "{}"))!;

    /// <summary>A notice that brings a law.</summary>
    public static JsonObject Bringing(string? with = null) =>
        Sample.Notice(NoticeKind.Legislation, new JsonObject { ["law"] = Json(with) });

    /// <summary>A notice that changes fields of the law.</summary>
    public static JsonObject Amending(string? set, string id = Id) => Sample.Notice(
        NoticeKind.Legislation,
        set is null ? new JsonObject { ["lawId"] = id } : new JsonObject { ["lawId"] = id, ["set"] = JsonNode.Parse(set) });

    public static LawContent Content(string? with = null)
    {
        var problems = new List<Problem>();
        return LawForm.Read(Json(with), "", problems) ?? throw new InvalidOperationException(string.Join(", ", problems.Select(p => p.Field)));
    }

    public static Law Law(string? with = null, LawSource source = LawSource.State, string id = Id) => new(Content(with))
    {
        LawId = id, Version = 1, State = Sample.State, Source = source, NoticeId = "XAA-0", FurnishedOn = Sample.Today.AddDays(-400),
        LastUpdated = Sample.Now.AddDays(-400), LastConfirmed = source == LawSource.State ? Sample.Now.AddDays(-400) : null,
    };

    /// <summary>A register with laws and the sample's authority.</summary>
    public static Reference Library(params Law[] laws) => Sample.Data.With(
        Sample.Register(Sample.Authority()).With(laws.Select(l => new LawWrite(l, null)), Head.Empty));
}
