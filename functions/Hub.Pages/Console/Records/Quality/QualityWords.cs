using Hub.Delivery.Confirmations;
using Hub.Notices.Recipients;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Records.Quality;

/// <summary>What is wrong, in words.</summary>
internal static class QualityWords
{
    private const string Emails = "emails";

    /// <summary>A sentence about what is wrong.</summary>
    /// <param name="item">What is wrong.</param>
    /// <param name="nameOf">What a record is called; null where it is not known.</param>
    /// <param name="labels">The words.</param>
    public static string Of(QualityItem item, Func<string, string?> nameOf, Labels labels) => (item.Kind switch
    {
        QualityKind.Bounced => labels.Say("Quality.Bounced", Cause(item.Cause!, labels)),
        QualityKind.Unconfirmed => labels.Say("Quality.Unconfirmed", item.Since is { } day ? labels.Day(day) : "–"),
        QualityKind.Incomplete => labels.Say("Quality.Incomplete", string.Join(", ", item.Missing.Select(f => Field(f, labels)))),
        QualityKind.Overlapping => labels.Say(
            "Quality.Overlapping", labels.Pair(item.Pair!), string.Join(", ", item.Others.Select(id => nameOf(id) ?? id))),
        QualityKind.LawUnconfirmed => labels.Say("Quality.LawUnconfirmed", item.Since is { } due ? labels.Day(due) : "–"),
        QualityKind.LawUnopposed => labels.Say("Quality.LawUnopposed", item.Since is { } until ? labels.Day(until) : "–"),
    }).ToText(false);

    /// <summary>Why a mail came back.</summary>
    public static string Cause(BounceCause cause, Labels labels) => labels.Find($"Quality.Bounce.{cause.Status}") ?? labels["Quality.Bounce.Other"];

    private static string Field(string field, Labels labels) => field == Emails ? labels["Quality.Functional"] : labels.Field(field);

    /// <summary>The colour of the word for a kind; the word says it all.</summary>
    public static string Colour(QualityKind kind) => kind switch
    {
        QualityKind.Bounced => "red",
        QualityKind.Unconfirmed => "yellow",
        QualityKind.Overlapping => "purple",
        QualityKind.LawUnconfirmed => "yellow",
        QualityKind.LawUnopposed => "blue",
        QualityKind.Incomplete => "grey",
    };
}
