using Hub.Notices.Numbers;
using Hub.Register.Json;

namespace Hub.Pages.Console.Numbers;

/// <summary>Numbers of some months. They hold no personal data.</summary>
/// <param name="Span">The months.</param>
/// <param name="Choices">The months there are to choose from, the last first.</param>
public sealed record NumbersView(MonthSpan Span, IReadOnlyList<Month> Choices) : IPublic
{
    /// <summary>Notices by State.</summary>
    public required IReadOnlyList<CountRow> States { get; init; }

    /// <summary>Notices by kind.</summary>
    public required IReadOnlyList<CountRow> Kinds { get; init; }

    /// <summary>Notices by channel.</summary>
    public required IReadOnlyList<CountRow> Channels { get; init; }

    /// <summary>How long decisions took.</summary>
    public required IReadOnlyList<DecisionTimes> Decisions { get; init; }

    /// <summary>Records confirmed within the year.</summary>
    public required IReadOnlyList<ConfirmedRecords> Confirmed { get; init; }

    /// <summary>Mails to missions and authorities.</summary>
    public required IReadOnlyList<MonthOfMails> Mails { get; init; }

    /// <summary>The names of States, by code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
}

/// <summary>A table of numbers, as it is shown and as it is written for programs.</summary>
public enum NumbersTable
{
    /// <summary>Notices by month and State.</summary>
    States,

    /// <summary>Notices by month and kind.</summary>
    Kinds,

    /// <summary>Notices by month and channel.</summary>
    Channels,

    /// <summary>How long decisions took.</summary>
    Decisions,

    /// <summary>Records confirmed within the year.</summary>
    Confirmed,

    /// <summary>Mails sent and come back.</summary>
    Mails,
}

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length.</param>
/// <param name="Text">Its length in words.</param>
/// <param name="Second">The length of a bar beside it; null for none.</param>
/// <param name="SecondText">That length in words.</param>
public sealed record Bar(string Label, double Value, string Text, double? Second = null, string SecondText = "") : IPublic;
