using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Partner;

/// <summary>The hooks of a partner: their secrets and what they got, in order.</summary>
public sealed class HookStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly List<Delivery> _deliveries = [];
    private readonly Journal _journal;

    public HookStore(Journal journal)
    {
        _journal = journal;
        _journal.Replay(Apply);
    }

    public IReadOnlyList<string> Hooks
    {
        get
        {
            lock (_lock)
                return [.. _secrets.Keys.Union(_deliveries.Select(d => d.Hook)).Order(StringComparer.Ordinal)];
        }
    }

    public string? Secret(string hook)
    {
        lock (_lock)
            return _secrets.GetValueOrDefault(hook);
    }

    public void Register(string hook, string secret)
    {
        lock (_lock)
            _secrets[hook] = secret;
        _journal.Append(new JsonObject { ["hook"] = hook, ["secret"] = secret });
    }

    public IReadOnlyList<Delivery> Received(string hook)
    {
        lock (_lock)
            return [.. _deliveries.Where(d => d.Hook == hook)];
    }

    public void Keep(Delivery delivery)
    {
        lock (_lock)
        {
            delivery = delivery with { Order = _deliveries.Count + 1 };
            _deliveries.Add(delivery);
            _journal.Append(new JsonObject { ["delivery"] = JsonSerializer.SerializeToNode(delivery, Json.Web) });
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _secrets.Clear();
            _deliveries.Clear();
            _journal.Clear();
        }
    }

    private void Apply(JsonObject line)
    {
        if (line["delivery"] is { } delivery)
            _deliveries.Add(delivery.Deserialize<Delivery>(Json.Web)!);
        else
            _secrets[line["hook"]!.ToString()] = line["secret"]!.ToString();
    }
}
