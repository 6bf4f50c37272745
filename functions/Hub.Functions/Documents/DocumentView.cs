using System.Text.Json.Nodes;
using Hub.Core.Documents;
using Hub.Core.Json;
using Hub.Core.Notices;

namespace Hub.Functions.Documents;

/// <summary>A document as the API shows it.</summary>
internal static class DocumentView
{
    /// <summary>What it is and whether it was taken.</summary>
    public static JsonNode Of(KeptFile file, int n)
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
        return view;
    }

    private static string State(KeptFile file) => file switch
    {
        { Refused: not null } => "QUARANTINE",
        { AwaitsScan: true } => "AWAITS_SCAN",
        _ => "KEPT",
    };
}
