using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Notices.Search;

/// <summary>Which notices somebody looks for; what is null is not asked for.</summary>
public sealed record NoticeChoice : Confidential
{
    /// <summary>What is asked for in place of a status, for all that are not done.</summary>
    public const string Open = "OPEN";

    /// <summary>Where they stand.</summary>
    public NoticeStatus? Status { get; init; }

    /// <summary>Whether only those are wanted that wait for somebody or something.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of which State.</summary>
    public StateCode? State { get; init; }

    /// <summary>Of which kind.</summary>
    public NoticeKind? Kind { get; init; }

    /// <summary>How they came.</summary>
    public NoticeChannel? Channel { get; init; }

    /// <summary>What their reference, number or sender holds.</summary>
    public string? Text { get; init; }
}
