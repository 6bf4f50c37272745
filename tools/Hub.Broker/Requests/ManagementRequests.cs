using Amqp;
using Amqp.Listener;
using Amqp.Types;
using Hub.Broker.Links;
using Hub.Broker.Queues;

namespace Hub.Broker.Requests;

/// <summary>The node <c>$management</c> of a queue: what Service Bus does by request and not by link.</summary>
internal sealed class ManagementRequests(MessageQueue queue) : IRequestProcessor
{
    // As many as Service Bus gives at once, and no more than fit a message.
    private const int MaxPeeked = 250, MaxPeekedBytes = MessageContent.MaxBytes / 2;

    public int Credit => 100;

    public void Process(RequestContext request)
    {
        if (request.ResponseLink is not null)
            request.Complete(Respond(request.Message));
    }

    private Message Respond(Message request)
    {
        try
        {
            var operation = request.ApplicationProperties?["operation"] as string;
            var body = request.Body as Map ?? throw new AmqpException(QueueErrors.BadArgument("The request's body is not a map."));
            return operation switch
            {
                "com.microsoft:renew-lock" => RenewLocks(Value<Guid[]>(body, "lock-tokens")),
                "com.microsoft:update-disposition" => Settle(Value<Guid[]>(body, "lock-tokens"), Disposition(body)),
                "com.microsoft:peek-message" => Peek(Value<long>(body, "from-sequence-number"), Value<int>(body, "message-count")),
                "com.microsoft:schedule-message" => Schedule(Value<List>(body, "messages")),
                "com.microsoft:cancel-scheduled-message" => Cancel(Value<long[]>(body, "sequence-numbers")),
                _ => throw new AmqpException(QueueErrors.NotImplemented($"The operation '{operation}'")),
            };
        }
        catch (AmqpException refused)
        {
            return Responses.Failure(refused.Error);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return Responses.Failure(QueueErrors.BadArgument(unreadable.Message));
        }
    }

    private Message RenewLocks(Guid[] tokens) => Responses.Success(new Map
    {
        ["expirations"] = tokens.Select(
            token => (queue.Renew(token) ?? throw new AmqpException(QueueErrors.LockLost)).UtcDateTime).ToArray(),
    });

    private Message Settle(Guid[] tokens, Settlement settlement) =>
        tokens.Select(token => queue.Settle(token, settlement)).FirstOrDefault(error => error is not null) is { } first
            ? Responses.Failure(first)
            : Responses.Success([]);

    private Message Peek(long from, int count)
    {
        var bytes = 0;
        var found = new List();
        foreach (var copy in queue.Peek(from, Math.Clamp(count, 0, MaxPeeked)))
        {
            bytes += copy.Length;
            if (found.Count > 0 && bytes > MaxPeekedBytes)
                break;
            found.Add(new Map { ["message"] = copy.Buffer.AsSpan(copy.Offset, copy.Length).ToArray() });
        }
        return found.Count > 0 ? Responses.Success(new Map { ["messages"] = found }) : Responses.NoContent();
    }

    private Message Schedule(List messages) => Responses.Success(new Map
    {
        ["sequence-numbers"] =
            queue.Add([.. messages.Cast<Map>().Select(m => MessageContent.Decode(Value<byte[]>(m, "message")))]).ToArray(),
    });

    private Message Cancel(long[] sequenceNumbers)
    {
        foreach (var number in sequenceNumbers)
            if (!queue.Cancel(number))
                return Responses.Failure(QueueErrors.MessageNotFound(number));
        return Responses.Success([]);
    }

    private static Settlement Disposition(Map body)
    {
        var properties = Settlements.Properties(body["properties-to-modify"] as Map);
        if (body["deadletter-reason"] is string reason)
            properties[Settlement.DeadLetter.Reason] = reason;
        if (body["deadletter-description"] is string description)
            properties[Settlement.DeadLetter.Description] = description;
        return Value<string>(body, "disposition-status") switch
        {
            "completed" => new Settlement.Complete(),
            "abandoned" => new Settlement.Abandon(properties),
            "suspended" => new Settlement.DeadLetter(properties),
            var status => throw new AmqpException(QueueErrors.NotImplemented($"The disposition '{status}'")),
        };
    }

    private static T Value<T>(Map map, string name) =>
        map[name] is T value ? value : throw new AmqpException(QueueErrors.BadArgument($"'{name}' is missing, or not what it has to be."));
}
