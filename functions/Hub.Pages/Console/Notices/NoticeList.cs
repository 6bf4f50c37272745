using Hub.Notices;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Notices;

/// <summary>Which notices somebody wants to see.</summary>
/// <param name="Status">Where they stand: a status, <c>OPEN</c> for all that are not done, <c>ALL</c>.</param>
/// <param name="State">Of which State; null for all.</param>
/// <param name="Kind">Of which kind; null for all.</param>
/// <param name="Channel">How they came; null for any way.</param>
/// <param name="Text">What their reference, number or sender holds; null for anything.</param>
public sealed record NoticeChoice(string Status, StateCode? State, NoticeKind? Kind, NoticeChannel? Channel, string? Text) : Confidential
{
    /// <summary>All that wait for somebody or something.</summary>
    public const string Open = "OPEN";

    /// <summary>All.</summary>
    public const string All = "ALL";
}

/// <summary>A list of notices.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Notices">The notices of the page.</param>
/// <param name="States">The States that there are notices of, with their names.</param>
public sealed record NoticeList(
    NoticeChoice Choice, PageRange Range, IReadOnlyList<NoticeSummary> Notices, IReadOnlyList<(string Code, string Name)> States)
    : Confidential;
