using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using Hub.Host.App;
using Hub.Host.Functions;
using Hub.Host.Protocol;

namespace Hub.Host.Queues;

/// <summary>Pumps the messages of a function's queue or subscription: success completes one, failure gives it back at once.</summary>
public sealed class QueueTrigger : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithBroker = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly FunctionDefinition _function;
    private readonly FunctionInvoker _invoker;
    private readonly HostLog _log;
    private readonly ServiceBusProcessor _processor;
    private int _inHand;

    /// <summary>Prepares the pump; %settings% in the names are resolved.</summary>
    public QueueTrigger(
        FunctionDefinition function, AppSettings settings, HostJson host, QueueConnections connections, FunctionInvoker invoker,
        HostLog log)
    {
        (_function, _invoker, _log) = (function, invoker, log);
        var client = connections.Client(function.Trigger.Text("connection"));
        var options = new ServiceBusProcessorOptions
        {
            AutoCompleteMessages = function.Trigger.Flag("autoCompleteMessages") ?? host.AutoComplete,
            MaxAutoLockRenewalDuration = host.MaxAutoLockRenewal,
            MaxConcurrentCalls = host.MaxConcurrentCalls,
            PrefetchCount = host.PrefetchCount,
        };
        _processor = function.Trigger.Text("topicName") is { Length: > 0 } topic
            ? client.CreateProcessor(settings.Resolve(topic), settings.Resolve(function.Trigger.Text("subscriptionName") ?? ""), options)
            : client.CreateProcessor(settings.Resolve(function.Trigger.Text("queueName") ?? ""), options);
        _processor.ProcessMessageAsync += Process;
        _processor.ProcessErrorAsync += LogError;
    }

    /// <summary>Begins to receive; a broker that is not there yet is tried again and again.</summary>
    public Task Start() => _processor.StartProcessingAsync();

    /// <summary>Receives no further message, and waits for those in hand; a broker that does not answer is waited for briefly.</summary>
    public async Task Stop()
    {
        var stopping = _processor.StopProcessingAsync();
        var patience = Task.Delay(PatienceWithBroker);
        while (!stopping.IsCompleted && (!patience.IsCompleted || Volatile.Read(ref _inHand) > 0))
            await Task.WhenAny(stopping, Task.Delay(Look));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _processor.DisposeAsync();

    // The processor's own token is cancelled when it stops: what runs is to end first, so nothing here listens to it.
    private async Task Process(ProcessMessageEventArgs args)
    {
        Interlocked.Increment(ref _inHand);
        try
        {
            await _invoker.Run(_function, Readable(args.Message));
        }
        finally
        {
            Interlocked.Decrement(ref _inHand);
        }
    }

    // What cannot even be handed over never reaches the invoker, which logs what fails.
    private InvocationRequest Readable(ServiceBusReceivedMessage message)
    {
        try
        {
            return Request(message);
        }
        catch (Exception error)
        {
            _log.Log(
                LogLevel.Error,
                $"A message of {_processor.EntityPath} cannot be given to '{_function.Name}': {error.GetType().Name}.");
            throw;
        }
    }

    private InvocationRequest Request(ServiceBusReceivedMessage message)
    {
        var request = FunctionInvoker.NewRequest(_function, message.ApplicationProperties.GetValueOrDefault("Diagnostic-Id") as string);
        var body = string.Equals(_function.Trigger.Text("dataType"), "Binary", StringComparison.OrdinalIgnoreCase)
            ? new TypedData { Bytes = UnsafeByteOperations.UnsafeWrap(message.Body.ToMemory()) }
            : new TypedData { String = message.Body.ToString() };
        request.InputData.Add(new ParameterBinding { Name = _function.Trigger.Name, Data = body });
        MessageMetadata.Add(request.TriggerMetadata, message);
        return request;
    }

    private Task LogError(ProcessErrorEventArgs args)
    {
        // What the function threw is logged already.
        if (args.ErrorSource != ServiceBusErrorSource.ProcessMessageCallback)
            _log.Log(LogLevel.Warning, $"Service Bus, {args.EntityPath}, {args.ErrorSource}: {args.Exception.Message}");
        return Task.CompletedTask;
    }
}
