using Amqp;
using Amqp.Framing;
using Hub.Broker.Catalogue;

namespace Hub.Broker.Queues;

/// <summary>A queue in memory: messages wait, are locked, come back, expire and become dead letters, as in Service Bus.</summary>
internal sealed class MessageQueue
{
    public const int MaxMessages = 100_000;
    public const long MaxBytes = 32 * 1024 * 1024;

    private readonly QueueSettings _settings;
    private readonly MessageQueue? _deadLetters;
    private readonly TimeProvider _time;
    private readonly Alarm _alarm;
    private readonly MessageStore _messages = new();
    private readonly Receivers _receivers = new();
    private long _lastSequenceNumber;

    /// <param name="settings">How it is declared.</param>
    /// <param name="deadLetters">The queue that takes its dead letters; null for a queue of dead letters.</param>
    /// <param name="time">The clock.</param>
    public MessageQueue(QueueSettings settings, MessageQueue? deadLetters, TimeProvider time)
    {
        (_settings, _deadLetters, _time) = (settings, deadLetters, time);
        _alarm = new Alarm(time, Gate, Advance);
    }

    /// <summary>Guards the queue, and what its receivers have asked for.</summary>
    public Lock Gate { get; } = new();

    public string Name => _settings.Name;

    /// <summary>Whether it is the sub-queue of another's dead letters.</summary>
    public bool HoldsDeadLetters => _deadLetters is null;

    /// <summary>Takes in messages, all or none, and returns their sequence numbers.</summary>
    public IReadOnlyList<long> Add(IReadOnlyList<MessageContent> contents)
    {
        lock (Gate)
        {
            if (!HasRoomFor(contents))
                throw new AmqpException(QueueErrors.QueueFull(Name));
            var now = _time.GetUtcNow();
            var numbers = contents.Select(content => Enqueue(new(++_lastSequenceNumber, content)
            {
                EnqueuedAt = content.ScheduledFor > now ? content.ScheduledFor.Value : now,
                TimeToLive = Least(content.TimeToLive ?? TimeSpan.MaxValue, _settings.DefaultMessageTimeToLive),
                State = content.ScheduledFor > now ? MessageState.Scheduled : MessageState.Ready,
            })).ToList();
            Advance();
            return numbers;
        }
    }

    /// <summary>Does with a locked message what its receiver decided; null when it is done.</summary>
    public Error? Settle(Guid lockToken, Settlement settlement)
    {
        lock (Gate)
        {
            Advance();
            if (_messages.Locked(lockToken) is not { } message)
                return QueueErrors.LockLost;
            if (settlement is Settlement.DeadLetter && HoldsDeadLetters)
                return QueueErrors.NoDeadLettersOfDeadLetters;
            Apply(settlement, message);
            Advance();
            return null;
        }
    }

    /// <summary>Begins the lock anew and returns its end, or null where it is gone.</summary>
    public DateTimeOffset? Renew(Guid lockToken)
    {
        lock (Gate)
        {
            Advance();
            if (_messages.Locked(lockToken) is not { } message)
                return null;
            _messages.Change(message, m => m.LockedUntil = _time.GetUtcNow() + _settings.LockDuration);
            Advance();
            return message.LockedUntil;
        }
    }

    /// <summary>Copies of messages, from a sequence number on, whatever they wait for; nothing happens to them.</summary>
    public IReadOnlyList<ByteBuffer> Peek(long from, int count)
    {
        lock (Gate)
        {
            Advance();
            return [.. _messages.From(from).Take(count).Select(m => m.Encode())];
        }
    }

    /// <summary>Takes out a message that is still scheduled; false when there is none.</summary>
    public bool Cancel(long sequenceNumber)
    {
        lock (Gate)
        {
            Advance();
            if (_messages.Find(sequenceNumber) is not { State: MessageState.Scheduled } message)
                return false;
            _messages.Remove(message);
            return true;
        }
    }

    /// <summary>
    /// Takes in a receiver, until its link closes. What it has locked then stays locked, as in Azure: it may settle that by another link.
    /// </summary>
    public void Attach(IReceiver receiver)
    {
        lock (Gate)
            _receivers.Add(receiver);
    }

    /// <summary>What is due happens, what is ready is delivered; to be called under the gate after every change.</summary>
    public void Advance()
    {
        var now = _time.GetUtcNow();
        while (_messages.NextDue is { } message && message.Due <= now)
            OnDue(message);
        while (_messages.NextReady is { } message && _receivers.Next() is { } receiver)
            Deliver(message, receiver);
        if (_messages.NextDue is { } next)
            _alarm.Set(next.Due);
    }

    private void OnDue(QueuedMessage message)
    {
        if (message.State == MessageState.Ready && _settings.DeadLetteringOnMessageExpiration && !HoldsDeadLetters)
            GiveUp(message, Settlement.DeadLetter.Expired);
        else if (message.State == MessageState.Ready)
            _messages.Remove(message);
        else if (message.State == MessageState.Scheduled)
            _messages.Change(message, m => m.State = MessageState.Ready);
        else
            Return(message);
    }

    private void Apply(Settlement settlement, QueuedMessage message)
    {
        switch (settlement)
        {
            case Settlement.Complete:
                _messages.Remove(message);
                break;
            case Settlement.Release:
                _messages.Change(message, m => m.State = MessageState.Ready);
                break;
            case Settlement.Abandon abandoned:
                if (abandoned.Properties.Count > 0)
                    _messages.Change(message, m => m.Content = m.Content.With(abandoned.Properties));
                Return(message);
                break;
            case Settlement.DeadLetter given:
                GiveUp(message, given);
                break;
        }
    }

    private void Return(QueuedMessage message)
    {
        if (message.DeliveryCount + 1 >= _settings.MaxDeliveryCount)
            GiveUp(message, Settlement.DeadLetter.AfterTooMany(message.DeliveryCount + 1));
        else
            _messages.Change(message, m => (m.State, m.DeliveryCount) = (MessageState.Ready, m.DeliveryCount + 1));
    }

    private void GiveUp(QueuedMessage message, Settlement.DeadLetter why)
    {
        _messages.Remove(message);
        _deadLetters!.AddDeadLetter(this, message, message.Content.With(why.Properties));
    }

    private void AddDeadLetter(MessageQueue source, QueuedMessage message, MessageContent content)
    {
        lock (Gate)
        {
            if (!HasRoomFor([content]))
            {
                Console.Error.WriteLine($"Queue '{Name}' is full: a dead letter of '{source.Name}' is lost.");
                return;
            }
            Enqueue(new(++_lastSequenceNumber, content)
            {
                EnqueuedAt = _time.GetUtcNow(),
                TimeToLive = HoldsDeadLetters ? TimeSpan.MaxValue : Least(message.TimeToLive, _settings.DefaultMessageTimeToLive),
                DeadLetterSource = HoldsDeadLetters ? null : source.Name,
                OriginalSequenceNumber = message.SequenceNumber,
                DeliveryCount = HoldsDeadLetters ? message.DeliveryCount : 0,
            });
            Advance();
        }
    }

    private long Enqueue(QueuedMessage message)
    {
        _messages.Add(message);
        return message.SequenceNumber;
    }

    private void Deliver(QueuedMessage message, IReceiver receiver)
    {
        _messages.Change(message, m => (m.State, m.LockToken, m.LockedUntil) =
            (MessageState.Locked, Guid.NewGuid(), _time.GetUtcNow() + _settings.LockDuration));
        if (!receiver.TryDeliver(message))
            _messages.Change(message, m => m.State = MessageState.Ready);
        else if (receiver.DeletesOnDelivery)
            _messages.Remove(message);
    }

    private bool HasRoomFor(IReadOnlyList<MessageContent> contents) =>
        _messages.Count + contents.Count <= MaxMessages && _messages.Bytes + contents.Sum(c => (long)c.Bytes) <= MaxBytes;

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
