using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Mails;
using Hub.Notices;
using Hub.Notices.Colleagues;
using Hub.Notices.Outbox;
using Hub.Pages.Console.Colleagues;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Mails;

/// <summary>Everything that is shown of a mail.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Parsed">Its parts; null where it cannot be read any more.</param>
/// <param name="States">The States, with their names.</param>
public sealed record MailDetail(MailRecord Mail, ParsedMail? Parsed, IReadOnlyList<(string Code, string Name)> States) : Confidential
{
    /// <summary>The notices that it became.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The replies to it.</summary>
    public IReadOnlyList<OutboxMail> Replies { get; init; } = [];

    /// <summary>The numbers at which its State can be called back.</summary>
    public IReadOnlyList<CallBackNumber> Numbers { get; init; } = [];

    /// <summary>Whose numbers they are; null where it is not certain which State's they should be.</summary>
    public StateCode? NumbersOf { get; init; }

    /// <summary>Our own servers, whose checks count.</summary>
    public IReadOnlyList<string> OwnServers { get; init; } = [];

    /// <summary>What colleagues noted, and who works on it; null where nobody did anything.</summary>
    public Handling? Handling { get; init; }

    /// <summary>A note that is being written.</summary>
    public string? Draft { get; init; }

    /// <summary>The same as its page shows it.</summary>
    public HandlingView HandlingView => new(Handling ?? new() { Id = Mail.Id }, $"/console/mails/{Mail.Id}")
    {
        IsOpen = Waits, TakesNotes = !Mail.IsErased, Draft = Draft,
    };

    /// <summary>Whether somebody has to decide about it.</summary>
    public bool Waits => Mail.Fate is InboundMailStatus.Held or InboundMailStatus.ToRead;

    /// <summary>The name of a State.</summary>
    public string NameOf(string code) => States.FirstOrDefault(s => s.Code == code).Name ?? code;
}

/// <summary>A decision about a mail that is being written.</summary>
/// <param name="Kind">What.</param>
public sealed record MailDecisionDraft(MailDecisionKind Kind) : Confidential
{
    /// <summary>The State that it is of.</summary>
    public string? State { get; init; }

    /// <summary>The office of that State.</summary>
    public string? Office { get; init; }

    /// <summary>Who was called.</summary>
    public string? Person { get; init; }

    /// <summary>The number that was chosen from the directory's; <see cref="OtherNumber"/> for one that was typed.</summary>
    public string? Number { get; init; }

    /// <summary>A number that was typed.</summary>
    public string? Typed { get; init; }

    /// <summary>The number that was called, as it was written.</summary>
    public string? Called => Number == OtherNumber ? Typed : Number;

    /// <summary>Why it is no notice, or what is answered.</summary>
    public string? Reason { get; init; }

    /// <summary>The mail that its sender would get; null where nobody asked to see it.</summary>
    public string? Preview { get; init; }

    /// <summary>Says that the number is none of those that are listed.</summary>
    public const string OtherNumber = "OTHER";
}
