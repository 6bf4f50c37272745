using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>One document of a batch into one language, and how far it is.</summary>
public sealed class BatchDocument(Uri source, string from, Uri target, string to, DateTimeOffset created)
{
    private readonly string _created = Dates.Utc(created);
    private string _changed = Dates.Utc(created);

    public string Id { get; } = Guid.NewGuid().ToString();

    public Uri Source => source;

    public Uri Target => target;

    public string From => from;

    public string To => to;

    public string Status { get; private set; } = "NotStarted";

    public int Characters { get; private set; }

    public JsonObject? Error { get; private set; }

    public void Become(string status, DateTimeOffset now, JsonObject? error = null, int characters = 0) =>
        (Status, _changed, Error, Characters) = (status, Dates.Utc(now), error, characters);

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["sourcePath"] = source.GetLeftPart(UriPartial.Path),
            ["path"] = Status == "Succeeded" ? target.GetLeftPart(UriPartial.Path) : null,
            ["to"] = to,
            ["status"] = Status,
            ["progress"] = Status == "Succeeded" ? 1 : 0,
            ["characterCharged"] = Characters,
            ["createdDateTimeUtc"] = _created,
            ["lastActionDateTimeUtc"] = _changed,
        };
        if (Error is not null)
            json["error"] = Error.DeepClone();
        return json;
    }
}
