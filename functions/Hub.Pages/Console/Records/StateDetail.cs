using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Console.Records;

/// <summary>Everything that is shown of a State.</summary>
/// <param name="State">The State.</param>
/// <param name="Name">Its name, in the language of the page.</param>
/// <param name="Range">Which of its records are shown.</param>
/// <param name="Records">Those, in the order of their names.</param>
public sealed record StateDetail(StateCode State, string Name, PageRange Range, IReadOnlyList<ListedRecord> Records) : Confidential
{
    /// <summary>What it declared.</summary>
    public required StateFacts Facts { get; init; }

    /// <summary>The networks it belongs to or belonged to, by name.</summary>
    public IReadOnlyList<(string Network, Membership Membership)> Memberships { get; init; } = [];

    /// <summary>Its mission, its ministries and its authorities, as far as they are written to: the first of them.</summary>
    public IReadOnlyList<StateOffice> Offices { get; init; } = [];

    /// <summary>How many offices there are.</summary>
    public int AllOffices { get; init; }

    /// <summary>Its notices that are not done, oldest first: the first of them.</summary>
    public IReadOnlyList<NoticeSummary> Notices { get; init; } = [];

    /// <summary>How many notices are not done.</summary>
    public int AllNotices { get; init; }
}

/// <summary>An office of a State that is written to.</summary>
/// <param name="Recipient">The office.</param>
/// <param name="AskedOn">The day it was last asked to confirm records, UTC; null where it never was.</param>
/// <param name="Due">How many records it is to confirm by now.</param>
public sealed record StateOffice(Recipient Recipient, DateOnly? AskedOn, int Due) : Confidential;
