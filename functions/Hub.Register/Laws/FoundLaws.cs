using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Laws;

/// <summary>The laws that come with the hub, which the Secretariat found in public sources.</summary>
public static class FoundLaws
{
    /// <summary>Each State's, as a notice states them, in the order of States.</summary>
    public static IReadOnlyList<(StateCode State, IReadOnlyList<JsonObject> Laws)> Of(StateCatalog states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return
        [
            .. ((JsonArray)EmbeddedData.Read("laws.json")).Cast<JsonObject>().GroupBy(l => (string)l["state"]!)
                .Select(g => (State: new StateCode(g.Key), Laws: g)).Where(s => states.Contains(s.State))
                .OrderBy(s => s.State.Value, StringComparer.Ordinal)
                .Select(s => (s.State, (IReadOnlyList<JsonObject>)[.. s.Laws.Select(Law)])),
        ];
    }

    private static JsonObject Law(JsonObject found)
    {
        var law = (JsonObject)found.DeepClone();
        law.Remove("state");
        return law;
    }
}
