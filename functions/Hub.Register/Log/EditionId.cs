using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Register.Log;

/// <summary>What kind of edition it is.</summary>
public enum EditionKind
{
    /// <summary>The directory as published twice a year.</summary>
    Regular,

    /// <summary>What changed since an edition, between it and the next.</summary>
    Addendum,

    /// <summary>An edition that takes the place of a faulty one, and says why.</summary>
    Revision,
}

/// <summary>
/// The name of an edition: <c>2026/1</c> and <c>2026/2</c>, addenda <c>2026/1/add.1</c>, and <c>2026/1/rev.1</c>, which replaces the first.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Kind">Regular, addendum or revision.</param>
/// <param name="Number">The number of an addendum or revision, from 1; 0 for a regular edition.</param>
[JsonConverter(typeof(Converter))]
public sealed partial record EditionId(int Year, int Half, EditionKind Kind = EditionKind.Regular, int Number = 0) : IComparable<EditionId>
{
    /// <summary>The name in addresses and paths, e.g. <c>2026-1-add.1</c>.</summary>
    public string Slug => ToString().Replace('/', '-');

    /// <summary>The id under which its publication is committed, once.</summary>
    public string CommitId => $"edition-{Slug}";

    /// <summary>The regular edition that it belongs to.</summary>
    public EditionId Regular => new(Year, Half);

    /// <summary>The regular edition of a day.</summary>
    public static EditionId Of(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 2);

    /// <summary>Reads a name, written with slashes or as in addresses.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EditionId? id)
    {
        var match = Form().Match(text ?? "");
        id = match.Success
            ? new(Int(match, "year"), Int(match, "half"), KindOf(match), match.Groups["part"].Success ? Int(match, "number") : 0)
            : null;
        return match.Success;
    }

    /// <inheritdoc/>
    public int CompareTo(EditionId? other) => other is null
        ? 1
        : (Year, Half, Kind, Number).CompareTo((other.Year, other.Half, other.Kind, other.Number));

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(EditionId left, EditionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(EditionId left, EditionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is another or comes before it.</summary>
    public static bool operator <=(EditionId left, EditionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is another or comes after it.</summary>
    public static bool operator >=(EditionId left, EditionId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}/{Half}") + Kind switch
    {
        EditionKind.Regular => "",
        EditionKind.Addendum => string.Create(CultureInfo.InvariantCulture, $"/add.{Number}"),
        EditionKind.Revision => string.Create(CultureInfo.InvariantCulture, $"/rev.{Number}"),
    };

    private static EditionKind KindOf(Match match) => match.Groups["part"].Value switch
    {
        "add" => EditionKind.Addendum,
        "rev" => EditionKind.Revision,
        _ => EditionKind.Regular,
    };

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>(?:19|20)[0-9]{2})[/-](?<half>[12])(?:[/-](?<part>add|rev)\.(?<number>[1-9][0-9]?))?\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    private sealed class Converter : JsonConverter<EditionId>
    {
        public override EditionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("an edition such as 2026/1 expected");

        public override void Write(Utf8JsonWriter writer, EditionId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
