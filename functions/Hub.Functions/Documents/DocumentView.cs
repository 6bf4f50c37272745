using System.Text.Json.Nodes;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;

namespace Hub.Functions.Documents;

/// <summary>A document as the API shows it.</summary>
internal static class DocumentView
{
    /// <summary>What it is, whether it was taken, what was read in it, and how its translations stand.</summary>
    public static JsonNode Of(NoticeFile file, int n, IReadOnlyList<DocumentWork> works)
    {
        var view = new JsonObject
        {
            ["n"] = n,
            ["name"] = file.Name,
            ["kind"] = file.Kind?.Code(),
            ["mediaType"] = file.Kind?.MediaType(),
            ["sha256"] = file.Sha256,
            ["length"] = file.Length,
            ["state"] = State(file),
        };
        if (file.Refused is { } code)
            view["refused"] = code.ToString();
        if (works.FirstOrDefault(w => w.Into is null) is { } reading)
            AddReading(view, reading);
        view["translations"] = new JsonArray([.. works.Where(w => w.Into is not null).OrderBy(w => w.Into).Select(Of)]);
        return view;
    }

    /// <summary>A translation: where it stands, and how it came to be.</summary>
    public static JsonNode Of(DocumentWork work)
    {
        var view = new JsonObject { ["language"] = work.Into!.Value.Code(), ["state"] = work.State.Code() };
        if (work.Reason is { } reason)
            view["reason"] = reason;
        if (work.Missing.Count > 0)
            view["missing"] = new JsonArray([.. work.Missing.Select(m => (JsonNode)m)]);
        if (work.Record is { } record)
            view["record"] = new JsonObject
            {
                ["by"] = record.Engine, ["glossary"] = record.Glossary, ["at"] = record.At.ToString("O"),
                ["sourceSha256"] = record.SourceSha256, ["sha256"] = record.Sha256,
            };
        return view;
    }

    private static void AddReading(JsonObject view, DocumentWork reading)
    {
        view["legibility"] = reading.Legibility?.Code();
        view["language"] = reading.From?.Code();
        view["confidence"] = reading.Confidence;
        view["damage"] = new JsonArray([.. reading.Damage.Select(d => (JsonNode)d.Code())]);
        if (reading.Reason is { } reason)
            view["reason"] = reason;
    }

    private static string State(NoticeFile file) => file switch
    {
        { Refused: not null } => "QUARANTINE",
        { AwaitsScan: true } => "AWAITS_SCAN",
        _ => "KEPT",
    };
}
