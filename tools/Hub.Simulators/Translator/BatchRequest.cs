using System.Text.Json.Nodes;

namespace Hub.Simulators.Translator;

/// <summary>Reads what a batch is asked to translate.</summary>
public static class BatchRequest
{
    public static IReadOnlyList<BatchDocument> Read(JsonNode? body, DateTimeOffset now)
    {
        if (body?["inputs"] is not JsonArray { Count: > 0 } inputs)
            throw TranslatorException.Invalid("InvalidRequest", "The request has no inputs.");
        return [.. inputs.SelectMany(input => Documents(input!, now))];
    }

    private static IEnumerable<BatchDocument> Documents(JsonNode input, DateTimeOffset now)
    {
        if (input["storageType"]?.ToString() != "File")
            throw TranslatorException.NotSimulated("inputs that are folders; give each document with storageType File");
        var source = Url(input["source"]?["sourceUrl"]);
        var from = input["source"]?["language"]?.ToString()
            ?? throw TranslatorException.NotSimulated("detecting the source language; give source.language");
        foreach (var target in input["targets"] as JsonArray ?? [])
        {
            if (target!["glossaries"] is JsonArray { Count: > 0 })
                throw TranslatorException.NotSimulated("glossaries");
            yield return new BatchDocument(source, from, Url(target["targetUrl"]), target["language"]?.ToString() ?? "", now);
        }
    }

    private static Uri Url(JsonNode? url) => Uri.TryCreate(url?.ToString(), UriKind.Absolute, out var uri) && uri.IsLoopback
        ? uri
        : throw TranslatorException.Invalid("InvalidDocumentUrl", $"The simulator reads and writes loopback addresses only, not '{url}'.");
}
