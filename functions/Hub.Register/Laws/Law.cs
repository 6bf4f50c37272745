using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Laws;

/// <summary>A law in the library: what a notice said of it, and what the hub keeps of it. Versions are never overwritten.</summary>
public sealed record Law : LawContent
{
    /// <summary>What its id begins with, so that an id says that it is a law's.</summary>
    public const string IdPrefix = "law-";

    private const int DaysToObject = 30;

    /// <summary>An empty law, to be filled.</summary>
    [JsonConstructor]
    public Law()
    {
    }

    /// <summary>A law of what a notice said.</summary>
    [SetsRequiredMembers]
    public Law(LawContent content) : base(content)
    {
    }

    /// <summary>Identifies the law through all its versions.</summary>
    public string LawId { get; init; } = "";

    /// <summary>1 for the first version, one more for each change.</summary>
    public int Version { get; init; }

    /// <summary>The State whose law it is.</summary>
    public StateCode State { get; init; }

    /// <summary>Who put it into the library.</summary>
    public LawSource Source { get; init; }

    /// <summary>The notice that this version came from.</summary>
    public string NoticeId { get; init; } = "";

    /// <summary>The day it was first furnished.</summary>
    public DateOnly FurnishedOn { get; init; }

    /// <summary>When its content last changed, UTC.</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>When its State last said that it is right, UTC; absent where it never did.</summary>
    public DateTimeOffset? LastConfirmed { get; init; }

    /// <summary>The last day on which its State may object to what the Secretariat found; null where the State furnished it.</summary>
    public DateOnly? ObjectionsUntil() => Source == LawSource.SecretariatFound ? FurnishedOn.AddDays(DaysToObject) : null;

    /// <summary>What a notice may set of it.</summary>
    public JsonObject Form() => (JsonObject)JsonSerializer.SerializeToNode<LawContent>(this, HubJson.Options)!;

    /// <summary>SHA-256 of its canonical form.</summary>
    public string Hash() => CanonicalJson.Sha256((JsonObject)JsonSerializer.SerializeToNode(this, HubJson.Options)!);

    /// <summary>Whether a text is the id of a law.</summary>
    public static bool IsId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.StartsWith(IdPrefix, StringComparison.Ordinal);
    }

    /// <summary>The names of the fields in which two versions differ.</summary>
    public static IReadOnlyList<string> ChangedFields(LawContent old, LawContent changed)
    {
        var (before, after) = (Content(old), Content(changed));
        var names = before.Concat(after).Select(f => f.Key).Distinct();
        return [.. names.Where(n => !JsonNode.DeepEquals(before[n], after[n])).Order(StringComparer.Ordinal)];
    }

    /// <summary>The title in a language, else in English, else as it was enacted.</summary>
    public string Title(Language language) =>
        language.Code() is var code && Primary(Language) == code ? TitleOriginal
        : Titles?.GetValueOrDefault(code) ?? Titles?.GetValueOrDefault("en") ?? TitleOriginal;

    private static string Primary(string tag) => tag.Split('-')[0];

    private static JsonObject Content(LawContent content) => (JsonObject)JsonSerializer.SerializeToNode(content, HubJson.Options)!;
}
