using Hub.Intake.Inbox;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Mails;

/// <summary>Which mails somebody wants to see.</summary>
/// <param name="Fate">What became of them: a status, <see cref="Waiting"/> for those that wait for a person, <see cref="All"/>.</param>
/// <param name="State">The State that they are of, or seem to be; null for all.</param>
/// <param name="Text">What their sender's address or subject holds; null for anything.</param>
public sealed record MailChoice(string Fate, StateCode? State, string? Text) : Confidential
{
    /// <summary>Whose work they are; null for everybody's.</summary>
    public HandsChoice? Hands { get; init; }

    /// <summary>Those that wait for a person.</summary>
    public const string Waiting = "WAITING";

    /// <summary>All.</summary>
    public const string All = "ALL";

    /// <summary>The address of the mails that were chosen.</summary>
    public string Address() => PageRange.AddressOf(
        "/console/mails", ("status", Fate == Waiting ? null : Fate), ("state", State?.Value), ("hands", Hands?.Code()), ("text", Text));
}

/// <summary>A list of mails.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Mails">The mails of the page.</param>
/// <param name="States">The States, with their names.</param>
public sealed record MailList(
    MailChoice Choice, PageRange Range, IReadOnlyList<MailRecord> Mails, IReadOnlyList<(string Code, string Name)> States) : Confidential
{
    /// <summary>Who works on which.</summary>
    public IReadOnlyDictionary<string, string> Holders { get; init; } = new Dictionary<string, string>();
}
