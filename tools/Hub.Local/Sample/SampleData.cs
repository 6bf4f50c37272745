using System.Text.Json.Nodes;

namespace Hub.Local.Sample;

/// <summary>A State of the sample.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Language">The language its authorities write their names in.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="City">Where its offices are.</param>
/// <param name="Institutions">The letters of the institutions it has designated.</param>
/// <param name="RestsOnFriday">Whether its week runs from Sunday to Thursday.</param>
public sealed record SampleState(string Code, string Language, string TimeZone, string City, string Institutions, bool RestsOnFriday);

/// <summary>A kind of institution: what it is called in each language, and for what it can be designated.</summary>
public sealed record Institution(
    char UnderstoodMail, string Kind, string Host, string Mailbox, string Function, IReadOnlyList<string> Pairs, JsonObject Parent,
    JsonObject Name);

/// <summary>The vocabularies that the sample is made of.</summary>
internal static class SampleData
{
    public static IReadOnlyList<SampleState> States { get; } =
        [.. Text("states.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => State(line.Split(';')))];

    /// <summary>The institutions by letter; those before J take their pairs out of the ministry of justice's hands.</summary>
    public static IReadOnlyDictionary<char, Institution> Institutions { get; } =
        JsonNode.Parse(Text("institutions.json"))!.AsArray().Select(i => Read(i!.AsObject())).ToDictionary(i => i.UnderstoodMail);

    public static JsonObject Phrases { get; } = JsonNode.Parse(Text("phrases.json"))!.AsObject();

    private static SampleState State(string[] f) => new(f[0], f[1], f[2], f[3], f[4], f.Length > 5);

    private static Institution Read(JsonObject json) => new(
        ((string)json["letter"]!)[0], (string)json["kind"]!, (string)json["host"]!, (string)json["mailbox"]!, (string)json["function"]!,
        [.. json["pairs"]!.AsArray().Select(p => (string)p!)], json["parent"]!.AsObject(), json["name"]!.AsObject());

    private static string Text(string name)
    {
        using var stream = typeof(SampleData).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
