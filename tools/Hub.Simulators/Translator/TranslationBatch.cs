using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>A batch of documents to translate.</summary>
public sealed record TranslationBatch(string Id, DateTimeOffset Created, IReadOnlyList<BatchDocument> Documents)
{
    /// <summary>Set once it is to go no further.</summary>
    public bool Cancelled { get; set; }

    public string Status => Documents.Select(d => d.Status).ToHashSet() switch
    {
        var s when s.Contains("Running") => Cancelled ? "Cancelling" : "Running",
        var s when s.Contains("NotStarted") => s.Count == 1 ? "NotStarted" : "Running",
        var s when s.Contains("Cancelled") => "Cancelled",
        var s when s.Contains("Succeeded") => "Succeeded",
        _ => "Failed",
    };

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["id"] = Id,
        ["createdDateTimeUtc"] = Dates.Utc(Created),
        ["lastActionDateTimeUtc"] = Dates.Utc(now),
        ["status"] = Status,
        ["error"] = Status == "Failed" ? Documents[0].Error?.DeepClone() : null,
        ["summary"] = new JsonObject
        {
            ["total"] = Documents.Count,
            ["failed"] = Count("Failed"),
            ["success"] = Count("Succeeded"),
            ["inProgress"] = Count("Running"),
            ["notYetStarted"] = Count("NotStarted"),
            ["cancelled"] = Count("Cancelled"),
            ["totalCharacterCharged"] = Documents.Sum(d => d.Characters),
        },
    };

    private int Count(string status) => Documents.Count(d => d.Status == status);
}
