using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Partner;

/// <summary>By what a hook checks what comes: its secret, and the hub's published keys where it has fetched them.</summary>
public sealed record HookKeys(string Secret, JsonObject? KeySet = null);

/// <summary>The hooks of a partner: their keys and what they got, in order.</summary>
public sealed class HookStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, HookKeys> _keys = new(StringComparer.Ordinal);
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
                return [.. _keys.Keys.Union(_deliveries.Select(d => d.Hook)).Order(StringComparer.Ordinal)];
        }
    }

    public HookKeys? Keys(string hook)
    {
        lock (_lock)
            return _keys.GetValueOrDefault(hook);
    }

    public void Register(string hook, HookKeys keys)
    {
        lock (_lock)
            _keys[hook] = keys;
        _journal.Append(new JsonObject { ["hook"] = hook, ["keys"] = JsonSerializer.SerializeToNode(keys, Json.Web) });
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
            _keys.Clear();
            _deliveries.Clear();
            _journal.Clear();
        }
    }

    private void Apply(JsonObject line)
    {
        if (line["delivery"] is { } delivery)
            _deliveries.Add(delivery.Deserialize<Delivery>(Json.Web)!);
        else
            _keys[line["hook"]!.ToString()] = line["keys"].Deserialize<HookKeys>(Json.Web)!;
    }
}
