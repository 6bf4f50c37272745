using Hub.Core.States;

namespace Hub.Core.Channels.Mail;

/// <summary>What became of a mail.</summary>
public enum MailStatus
{
    /// <summary>Its turn is still to come.</summary>
    Queued,

    /// <summary>The mailbox has sent it.</summary>
    Sent,

    /// <summary>The mailbox refused its address.</summary>
    Refused,
}

/// <summary>What became of the mail that tells a reader of an event. It names the reader by its id, never by its address.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="State">Its State.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Status">What became of it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record MailDelivery(string Reader, StateCode State, Language Language, MailStatus Status, DateTimeOffset? At, string? Reason);

/// <summary>Follows the mails that tell of an event, reader by reader.</summary>
public sealed class MailDeliveries(ReaderDesk readers, IDeliveryLog log, ICursorStore cursors)
{
    /// <summary>The mails that tell of an event; once every mailbox is past it, whoever has none was not to get one.</summary>
    public async Task<IReadOnlyList<MailDelivery>> Of(long sequence, CancellationToken cancel)
    {
        var told = (await log.Since(MailChannel.ChannelName, sequence, cancel)).Where(a => MailMessage.Covers(a.Id, sequence))
            .GroupBy(a => a.Name).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        var isOver = (await cursors.Of(MailChannel.ChannelName, cancel)).All(c => c.Position >= sequence);
        return
        [
            .. (await readers.List(cancel)).Where(r => told.ContainsKey(r.Id) || (!isOver && r.Since < sequence))
                .OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => Delivery(r, told.GetValueOrDefault(r.Id))),
        ];
    }

    private static MailDelivery Delivery(Reader reader, Attempt? attempt) => attempt switch
    {
        null => new(reader.Id, reader.State, reader.Language, MailStatus.Queued, null, null),
        { Outcome: Attempt.Delivered } => new(reader.Id, reader.State, reader.Language, MailStatus.Sent, attempt.At, null),
        _ => new(reader.Id, reader.State, reader.Language, MailStatus.Refused, attempt.At, attempt.Outcome),
    };
}
