using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Sends the outputs of an invocation that has succeeded.</summary>
internal sealed class OutputWriter(FunctionSet functions, StorageQueues queues)
{
    private readonly Dictionary<QueueOutput, StorageQueue> _targets = functions.All
        .SelectMany(f => f.Returns.Outputs, (f, o) =>
            (Output: o, Queue: queues.Get(o.Target.Connection, o.Target.QueueOrTopicName, f.Name)))
        .ToDictionary(t => t.Output, t => t.Queue);

    public async Task Write(InvocationContext context)
    {
        var returns = context.Function.Returns;
        if ((returns.Several ? context.Produced : context.Result) is not { } value)
            return;
        foreach (var output in returns.Outputs)
        {
            foreach (var message in Messages(output.Read(value)))
                await _targets[output].Send(message);
        }
    }

    private static IEnumerable<string> Messages(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable<string?> texts => texts.OfType<string>(),
        _ => [JsonSerializer.Serialize(value, value.GetType())],
    };
}
