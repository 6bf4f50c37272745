using Hub.Pages.Texts;
using Hub.Register.Records;

namespace Hub.Pages.Console.Records;

/// <summary>What a record is and where it stands, in a word or two.</summary>
internal static class RecordWords
{
    /// <summary>The colour of the word for where a record stands; the word says it all.</summary>
    public static string Colour(RecordStatus status) => status switch
    {
        RecordStatus.NonConfirmed => "yellow",
        RecordStatus.Withdrawn => "grey",
        _ => "green",
    };

    /// <summary>The matters it is for, each once.</summary>
    public static string For(Authority record, Labels labels) =>
        string.Join(", ", record.Restricted.Designations.Select(d => d.Matter).Distinct().Order().Select(m => labels.Of(m)));

    /// <summary>The day it was last known to be right.</summary>
    public static string Confirmed(Authority record, Labels labels) =>
        Day(record.Upkeep.LastConfirmedOn ?? record.Upkeep.LastChangedOn, labels);

    /// <summary>A day.</summary>
    public static string Day(DateTimeOffset at, Labels labels) => labels.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
