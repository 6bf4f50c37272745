namespace Microsoft.Azure.Functions.Worker;

/// <summary>What keeps the app from starting, gathered so that all of it can be mended at once.</summary>
internal sealed class Problems
{
    private readonly List<string> _found = [];

    public int Count => _found.Count;

    public void Add(string problem) => _found.Add(problem);

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new InvalidOperationException($"The functions cannot start:\n{string.Join('\n', _found.Select(p => $"- {p}"))}");
    }
}
