using System.Text.Json.Nodes;
using Hub.Core.Json;

namespace Hub.Core.Correspondence.Notes;

/// <summary>A notice that was understood from a mail: never applied without a reviewer (I2).</summary>
/// <param name="Form">As <c>POST /api/notices</c> takes it (docs/notices.md); what was not understood is not there.</param>
/// <param name="Proposals">Every value in it, with the words it came from.</param>
/// <param name="Source">What it was read from.</param>
public sealed record UnderstoodNotice(JsonObject Form, IReadOnlyList<Proposal> Proposals, NoticeSource Source) : Confidential;

/// <summary>One value that was understood.</summary>
/// <param name="Pointer">Where it stands in the form, as a JSON pointer (RFC 6901).</param>
/// <param name="Value">The value.</param>
/// <param name="Words">The words it came from, as they stand in the text.</param>
/// <param name="Where">Which text: <c>body</c>, or the name of the file.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Proposal(string Pointer, JsonNode Value, string Words, string Where, double Confidence) : Confidential;

/// <summary>What a notice was read from.</summary>
public enum NoticeSource
{
    /// <summary>A note verbale or a letter: its running text.</summary>
    Note,

    /// <summary>A designation form.</summary>
    Form,
}
