using Hub.Delivery.Confirmations;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Records;

/// <summary>Everything that is shown of a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="StateName">The name of its State, in the language of the page.</param>
/// <param name="Status">Where it stands today.</param>
/// <param name="Events">What happened to it, oldest first.</param>
public sealed record RecordDetail(Authority Record, string StateName, RecordStatus Status, IReadOnlyList<RecordEvent> Events) : Confidential
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<QualityItem> Quality { get; init; } = [];

    /// <summary>The records that are named beside it, by id.</summary>
    public IReadOnlyDictionary<string, Authority> Others { get; init; } = new Dictionary<string, Authority>();

    /// <summary>The notices about it, newest first.</summary>
    public IReadOnlyList<NoticeSummary> Notices { get; init; } = [];

    /// <summary>The editions that list it, newest first, with its version there.</summary>
    public IReadOnlyList<(DirectoryEvent Edition, int Version)> Editions { get; init; } = [];

    /// <summary>The last mails to it, newest first, and what came back of them.</summary>
    public IReadOnlyList<Attempt> Mails { get; init; } = [];
}

/// <summary>Two versions of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="From">The number of the one.</param>
/// <param name="To">The number of the other.</param>
/// <param name="Before">The one; null where it is not there.</param>
/// <param name="After">The other; null where it is not there.</param>
/// <param name="Last">The number of the present version.</param>
public sealed record RecordVersions(string Id, int From, int To, Authority? Before, Authority? After, int Last) : Confidential;
