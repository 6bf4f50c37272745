using System.Text.Json.Nodes;

namespace Hub.Intake.Forms.Filling;

/// <summary>What nobody could read in a form that was filled in with a record is as it was: unreadable is never taken away.</summary>
internal static class UnreadFields
{
    /// <summary>What a form says, with what stood in the fields that nobody could read.</summary>
    /// <param name="said">What was read.</param>
    /// <param name="unread">What stood in the other fields.</param>
    /// <param name="before">What stood in all of them; lists keep its order.</param>
    public static JsonObject Kept(JsonObject said, JsonObject unread, JsonObject before)
    {
        var all = (JsonObject)said.DeepClone();
        foreach (var (name, stood) in unread)
            all[name] = (all[name], stood) switch
            {
                (JsonObject now, JsonObject old) => Kept(now, old, before[name] as JsonObject ?? []),
                (JsonArray now, JsonArray old) => Ordered([.. now, .. old], before[name] as JsonArray ?? []),
                (var now, _) => (now ?? stood)?.DeepClone(),
            };
        return all;
    }

    private static JsonArray Ordered(IEnumerable<JsonNode?> items, JsonArray before)
    {
        var places = items.Select(i => (Item: i, At: before.Index().Where(b => JsonNode.DeepEquals(b.Item, i)).Select(b => b.Index)
            .FirstOrDefault(before.Count)));
        return [.. places.OrderBy(p => p.At).Select(p => p.Item?.DeepClone())];
    }
}
