using Hub.Delivery.Mail;
using Hub.Pages.Console.Recipients;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Editions;

/// <summary>How editions and their mails stand, in a word or two.</summary>
internal static class EditionWords
{
    /// <summary>The colour of a stage; the word says it all.</summary>
    public static string Colour(EditionStage stage) => stage switch
    {
        EditionStage.Frozen => "yellow",
        EditionStage.Published => "green",
        EditionStage.Dropped => "grey",
    };

    /// <summary>The colour of what became of a mail; the word says it all.</summary>
    public static string Colour(MailStatus status) => status switch
    {
        MailStatus.Queued => "blue",
        MailStatus.Sent or MailStatus.Accepted => "green",
        MailStatus.Bounced or MailStatus.GivenUp => "red",
    };

    /// <summary>What kind of edition it is.</summary>
    public static string Kind(EditionId id, Labels labels) => labels.Of(id.Kind);

    /// <summary>A size, as people say it.</summary>
    public static string Size(long bytes, Labels labels) => bytes < 1_000_000
        ? labels.Say("Publishing.Kilobytes", labels.Number(Math.Max(1, bytes / 1000))).ToText(false)
        : labels.Say("Publishing.Megabytes", labels.Number((bytes + 500_000) / 1_000_000)).ToText(false);

    /// <summary>Why a mail failed, or what came back of it.</summary>
    public static string? Reason(string? reason, Labels labels)
    {
        if (reason is null)
            return null;
        var said = reason.StartsWith(Attempt.NotSent, StringComparison.Ordinal) ? reason[Attempt.NotSent.Length..] : reason;
        return said switch
        {
            "asked for again" => labels["Delivery.Again"],
            "nothing came back" => labels["Delivery.Silence"],
            "it arrived" => labels["Delivery.Arrived"],
            "it is not delivered yet" => labels["Delivery.Delayed"],
            "the mailbox answered automatically" => labels["Delivery.AutoReply"],
            _ => BounceWords.Of(said, labels) ?? said,
        };
    }
}
