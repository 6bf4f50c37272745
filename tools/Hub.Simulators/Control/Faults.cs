using System.Text.RegularExpressions;

namespace Hub.Simulators.Control;

/// <summary>The misbehaviours asked for, in order; the first that strikes a request is the one it gets.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Armed> _armed = [];

    public void Add(Fault fault)
    {
        lock (_lock)
            _armed.Add(new Armed(fault));
    }

    public void Clear()
    {
        lock (_lock)
            _armed.Clear();
    }

    public IReadOnlyList<Fault> All()
    {
        lock (_lock)
            return [.. _armed.Select(a => a.Fault with { Count = a.Left })];
    }

    /// <summary>The fault that strikes this request, counted down, or none.</summary>
    public Fault? Take(string method, string path)
    {
        lock (_lock)
        {
            var struck = _armed.Find(a => a.Strikes($"{method} {path}"));
            if (struck is { Left: 0 })
                _armed.Remove(struck);
            return struck?.Fault;
        }
    }

    private sealed class Armed(Fault fault)
    {
        private readonly Regex _match = Glob.Compile(fault.Match);
        private readonly Random _random = new(fault.Seed);

        public Fault Fault => fault;

        public int? Left { get; private set; } = fault.Count ?? (fault.Probability is null ? 1 : null);

        public bool Strikes(string request)
        {
            if (!_match.IsMatch(request) || (fault.Probability is { } probability && _random.NextDouble() >= probability))
                return false;
            Left--;
            return true;
        }
    }
}
