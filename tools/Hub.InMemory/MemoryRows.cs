namespace Hub.InMemory;

/// <summary>Rows in the order of their keys, with optimistic concurrency, as the tables of the hub have them.</summary>
internal sealed class MemoryRows<T>(Func<T, string> keyOf, Func<T, string?> markOf, Func<T, string?, T> marked) where T : class
{
    private readonly SortedDictionary<string, T> _rows = new(StringComparer.Ordinal);
    private int _version;

    public IReadOnlyList<T> All => [.. _rows.Values];

    public T this[string key] => _rows[key];

    public T? Find(string key) => _rows.GetValueOrDefault(key);

    public Task<IReadOnlyList<T>> Where(Func<T, bool> which, int limit = int.MaxValue) =>
        Task.FromResult<IReadOnlyList<T>>([.. _rows.Values.Where(which).Take(limit)]);

    /// <summary>Puts a row there, whoever holds it: what was read before cannot be saved any more.</summary>
    public T Put(T row) => _rows[keyOf(row)] = marked(row, $"{++_version}");

    /// <summary>Adds a row; one that is there already stays as it is.</summary>
    public bool Add(T row) => Save(marked(row, null)) is not null;

    /// <summary>Writes a row that is as it was read, or adds one that was not there; null where somebody else wrote it since.</summary>
    public T? Save(T row) => Find(keyOf(row)) is var there && (there is null ? null : markOf(there)) == markOf(row) ? Put(row) : null;

    /// <summary>The same for a row that was read: without its mark it is a mistake.</summary>
    public T? Update(T row) =>
        markOf(row) is null ? throw new InvalidOperationException($"Row {keyOf(row)} was not read from the store.") : Save(row);

    public bool Remove(string key) => _rows.Remove(key);
}
