using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Office;

/// <summary>What is an office's own.</summary>
/// <param name="State">The name of its State.</param>
/// <param name="Records">Its records, with the day on which each was last known to be right.</param>
/// <param name="Notices">Its notices, the newest first.</param>
public sealed record OfficeView(
    string State, IReadOnlyList<(Authority Record, DateOnly LastConfirmed)> Records, IReadOnlyList<Notice> Notices) : Confidential
{
    /// <summary>The records of its State, by their ids.</summary>
    public IReadOnlyDictionary<string, Authority> Known { get; init; } = new Dictionary<string, Authority>();

    /// <summary>The notices that wait for its answer or its word.</summary>
    public IReadOnlySet<string> Waiting { get; init; } = new HashSet<string>();

    /// <summary>Tells a form that is sent from another: sent twice, it is one.</summary>
    public string Key { get; init; } = "";

    /// <summary>How many laws of its State the library has.</summary>
    public int Laws { get; init; }
}

/// <summary>A law as an office of its State sees it.</summary>
/// <param name="Law">The law.</param>
/// <param name="Key">Tells what is sent from it from another: sent twice, it is one.</param>
/// <param name="IsObjectable">Whether the office may object to it.</param>
public sealed record OfficeLaw(Law Law, string Key, bool IsObjectable) : Confidential
{
    /// <summary>Why it is not wanted, as it was typed.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is there because the Secretariat found it; what a State furnished, it changes.</summary>
    public static bool MayObject(Law law) => law is { Source: LawSource.SecretariatFound, Listed: true };
}

/// <summary>A notice as an office sees it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Changes">What it would change; none where that is over, or cannot be told.</param>
/// <param name="Networks">The networks.</param>
/// <param name="MayStand">Whether the office is asked whether its State stands by it.</param>
public sealed record OfficeNotice(
    Notice Notice, IReadOnlyList<DirectoryChange> Changes, NetworkCatalog Networks, bool MayStand) : Confidential
{
    /// <summary>The records of its State, by their ids.</summary>
    public IReadOnlyDictionary<string, Authority> Known { get; init; } = new Dictionary<string, Authority>();

    /// <summary>Whether the word that it is held for is this office's.</summary>
    public bool IsConfirmer { get; init; }

    /// <summary>Why the State does not, as it was typed.</summary>
    public string? Reason { get; init; }

    /// <summary>What is asked of the office, with what the notice says there; null where nothing is.</summary>
    public OfficeAnswer? Answer { get; init; }

    /// <summary>Whether the office may take it back.</summary>
    public bool MayWithdraw { get; init; }
}
