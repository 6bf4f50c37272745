using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Intake.Notes;

/// <summary>A notice that was understood from a mail: never applied without a reviewer (I2).</summary>
/// <param name="Form">As <c>POST /api/notices</c> takes it (docs/notices.md); what was not understood is not there.</param>
/// <param name="Proposals">Every value in it, with the words it came from.</param>
/// <param name="Source">What it was read from.</param>
public sealed record UnderstoodNotice(JsonObject Form, IReadOnlyList<Proposal> Proposals, NoticeSource Source) : Confidential
{
    /// <summary>What its sender must be asked, because it can be read in several ways and stands in no field of the form.</summary>
    public IReadOnlyList<Problem> Questions { get; init; } = [];

    /// <summary>Whether it opens as official notes do; a letter or a line in a mail does not.</summary>
    public bool IsFormal { get; init; }

    /// <summary>The file it was read from; null where that is the mail itself.</summary>
    public string? File { get; init; }
}

/// <summary>What a notice was read from.</summary>
public enum NoticeSource
{
    /// <summary>A note verbale or a letter: its running text.</summary>
    Note,

    /// <summary>A designation form.</summary>
    Form,
}
