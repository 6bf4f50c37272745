using System.Globalization;
using Hub.Register.Json;

namespace Hub.Delivery.Mail.Errands;

/// <summary>Why a reader is owed a mail though nothing new has happened.</summary>
public enum ErrandKind
{
    /// <summary>It is told again of events that it was told of before, or should have been.</summary>
    Again,

    /// <summary>It is asked whether records are still right.</summary>
    Confirmation,

    /// <summary>It is asked whether its State stands by a notice that is held.</summary>
    HeldNotice,
}

/// <summary>A mail that a sender mailbox owes a reader between its rounds. It is there until the mail has gone.</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Id">Its id: the reader and what for, so that asked for twice it is one.</param>
/// <param name="Reader">The reader.</param>
/// <param name="Kind">Why.</param>
/// <param name="From">The first event to be told again.</param>
/// <param name="UpTo">The last.</param>
/// <param name="AskedAt">When it was asked for, UTC.</param>
public sealed record MailErrand(
    string Mailbox, string Id, string Reader, ErrandKind Kind, long From, long UpTo, DateTimeOffset AskedAt) : IPublic
{
    /// <summary>The notice that is held; null for another kind.</summary>
    public string? Notice { get; init; }

    /// <summary>The errand of telling a reader of an event again.</summary>
    public static MailErrand Again(string mailbox, string reader, long sequence, DateTimeOffset now) =>
        new(mailbox, $"{reader}+again-{sequence:D12}", reader, ErrandKind.Again, sequence, sequence, now);

    /// <summary>The errand of asking a reader to confirm records: one mail a day, however often it is asked for.</summary>
    public static MailErrand Confirmation(string mailbox, string reader, DateOnly day) => new(
        mailbox, $"{reader}+confirmation", reader, ErrandKind.Confirmation, 0, 0, new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    /// <summary>The errand of asking a reader about a notice that is held.</summary>
    public static MailErrand HeldNotice(string mailbox, string reader, string notice, DateTimeOffset due) =>
        new(mailbox, $"{reader}+held-{notice}", reader, ErrandKind.HeldNotice, 0, 0, due) { Notice = notice };

    /// <summary>Whether it tells of an event.</summary>
    public bool Covers(long sequence) => Kind == ErrandKind.Again && From <= sequence && sequence <= UpTo;

    /// <summary>The id of its mail: another than that of any mail before (I4).</summary>
    internal string MailId() => Kind switch
    {
        ErrandKind.Again => $"{Reader}:again-{Moment()}:{From:D12}-{UpTo:D12}",
        ErrandKind.Confirmation => $"{Reader}:confirmation-{Moment()}",
        ErrandKind.HeldNotice => $"{Reader}:held-{Notice}-{Moment()}",
    };

    private string Moment() => AskedAt.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
}

/// <summary>Where errands are kept.</summary>
public interface IErrandStore
{
    /// <summary>All that wait, of all mailboxes, in the order of mailbox and id.</summary>
    Task<IReadOnlyList<MailErrand>> List(CancellationToken cancel);

    /// <summary>Those of a mailbox, in the order of their ids.</summary>
    Task<IReadOnlyList<MailErrand>> Of(string mailbox, CancellationToken cancel);

    /// <summary>Keeps one; the one of that id that is there already stays.</summary>
    Task Add(MailErrand errand, CancellationToken cancel);

    /// <summary>Takes one away, where it is there.</summary>
    Task Remove(MailErrand errand, CancellationToken cancel);
}
