using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>What somebody answered over HTTP.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Location => Headers.Location!.ToString();

    /// <summary>The last part of the Location: the id of what came into being.</summary>
    public string Id => Location[(Location.LastIndexOf('/') + 1)..];

    /// <summary>Where the problems are and what they are, e.g. <c>F02 /kindd</c>.</summary>
    public IReadOnlyList<string> Problems => [.. Json["problems"]!.AsArray().Select(p => $"{p!["code"]} {p["field"]}")];

    public string this[string name] => Json[name]!.ToString();

    /// <summary>This answer, which must have the status; otherwise what it said is the failure.</summary>
    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
