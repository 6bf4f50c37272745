using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Mails;

/// <summary>What became of a mail and why, in words.</summary>
public static class MailWords
{
    // What was seen is a part of the sentence where a person can do something with it: an address, a name, a domain.
    private static readonly HashSet<string> Quoted =
        ["REPLY_ELSEWHERE", "LOOK_ALIKE", "NAME_TRICK", "SEVERAL_SENDERS", "UNKNOWN_ADDRESS", "FREE_MAIL", "UNKNOWN_SENDER"];

    /// <summary>What became of it.</summary>
    public static string Fate(InboundMailStatus fate, Labels labels) => labels[$"Inbox.Fate.{fate}"];

    /// <summary>The colour of that word; the word says it all.</summary>
    public static string Colour(InboundMailStatus fate) => fate switch
    {
        InboundMailStatus.Held or InboundMailStatus.ToRead => "yellow",
        InboundMailStatus.Notice => "green",
        InboundMailStatus.Received => "blue",
        InboundMailStatus.NotANotice or InboundMailStatus.Bounce or InboundMailStatus.Repeat or InboundMailStatus.Dismissed
            or InboundMailStatus.Answered => "grey",
    };

    /// <summary>Why it is held.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="labels">The words.</param>
    /// <param name="stateName">The name of a State by its code; null where it is not known.</param>
    public static Phrase Reason(HoldReason reason, Labels labels, Func<string, string?>? stateName = null)
    {
        // "XAB: Permanent Mission of Baltara": the State, and the words that say so.
        if (reason.Code == "OTHER_STATE" && reason.Detail.Split(": ", 2) is [var code, var words])
            return labels.Say("Inbox.Reason.OTHER_STATE.Words", stateName?.Invoke(code) ?? code, words);
        var sentence = labels.Find($"Inbox.Reason.{reason.Code}") is { } known ? known : labels["Inbox.Reason.Other"];
        return Quoted.Contains(reason.Code) && reason.Detail.Length > 0
            ? Phrase.Of($"{sentence} ({{0}})", reason.Detail)
            : Phrase.Of(sentence);
    }

    /// <summary>What is missing or wrong in a decision, at the field where it is put right.</summary>
    public static FieldProblem Problem(MailFault fault, MailDecisionDraft draft, Labels labels) => new(
        fault switch
        {
            MailFault.State => "state",
            MailFault.Office => "office",
            MailFault.Person => "person",
            MailFault.Reason or MailFault.Text or MailFault.NoAddress => "reason",
            MailFault.Number or MailFault.NoNumber or MailFault.OwnNumber or MailFault.Unread =>
                draft.Number == MailDecisionDraft.OtherNumber ? "typed" : "number",
        },
        labels[$"Inbox.No.{fault}"]);

    /// <summary>A text of the mail on one line: without marks that turn what stands around it.</summary>
    public static string Line(string? text) => ((Phrase)(text ?? "")).ToText(false);
}
