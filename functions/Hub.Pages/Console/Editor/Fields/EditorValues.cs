using System.Globalization;
using Hub.Register.Json;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>What stands in the fields of the editor, by their names: as it was typed, whatever can be made of it.</summary>
public sealed record EditorValues : Confidential
{
    private readonly SortedDictionary<string, string> _values;
    private readonly string[] _names;
    private readonly Dictionary<string, IReadOnlyList<int>> _rows = [];

    private EditorValues(IEnumerable<KeyValuePair<string, string>> values)
    {
        _values = new(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
        _names = [.. _values.Keys];
    }

    /// <summary>Nothing.</summary>
    public static EditorValues Empty { get; } = new([]);

    /// <summary>What a form sent; several values of one name stand on lines of their own.</summary>
    public static EditorValues Of(IEnumerable<KeyValuePair<string, string>> sent) => new(
        sent.GroupBy(v => v.Key).Select(g => KeyValuePair.Create(g.Key, string.Join('\n', g.Select(v => v.Value.ReplaceLineEndings("\n").Trim())))));

    /// <summary>All of them, by name.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> All => _values;

    /// <summary>What a field holds; empty where it holds nothing.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>The same with another value of a field.</summary>
    public EditorValues With(string name, string? value) => new(
        value is null ? _values.Where(v => v.Key != name) : _values.Where(v => v.Key != name).Append(KeyValuePair.Create(name, value)));

    /// <summary>The same with other values.</summary>
    public EditorValues With(EditorValues others) => new(_values.Where(v => !others._values.ContainsKey(v.Key)).Concat(others._values));

    /// <summary>The same without those whose names begin so.</summary>
    public EditorValues Without(string prefix) => new(_values.Where(v => !v.Key.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>The numbers of the rows of a list that hold something, in order.</summary>
    internal IReadOnlyList<int> Rows(string name, EditorField field) =>
        _rows.TryGetValue(name, out var known) ? known : _rows[name] = Find(name, field);

    private IReadOnlyList<int> Find(string name, EditorField field) =>
    [
        .. Under($"{name}/").Select(k => Number(k[(name.Length + 1)..])).OfType<int>().Distinct().Order()
            .Where(i => field.Row.Any(f => !f.IsExtra && Holds($"{name}/{i}/{f.Path}", f))),
    ];

    /// <summary>What the rows of a list hold that stand after one; nothing where that is null.</summary>
    internal IEnumerable<KeyValuePair<string, string>> After(string name, int? row) => row is null
        ? []
        : Under($"{name}/").Where(k => Number(k[(name.Length + 1)..]) > row).Select(k => KeyValuePair.Create(k, _values[k]));

    /// <summary>The same with the rows of a list numbered from 0, and without empty ones.</summary>
    internal EditorValues Numbered(string name, EditorField field) =>
        Under($"{name}/").Any() ? new(Without($"{name}/")._values.Concat(Numbered(name, name, field).Where(v => v.Value.Length > 0))) : this;

    private IEnumerable<KeyValuePair<string, string>> Numbered(string name, string to, EditorField field) =>
        Rows(name, field).SelectMany((row, i) => field.Row.SelectMany(f => f.HasRows
            ? Numbered($"{name}/{row}/{f.Path}", $"{to}/{i}/{f.Path}", f)
            : [KeyValuePair.Create($"{to}/{i}/{f.Path}", this[$"{name}/{row}/{f.Path}"])]));

    private bool Holds(string name, EditorField field) => field.HasRows ? Rows(name, field).Count > 0 : this[name].Length > 0;

    // They stand in order: those that begin alike stand together, and of thousands of rows each finds its own at once.
    private IEnumerable<string> Under(string prefix)
    {
        var at = Array.BinarySearch(_names, prefix, StringComparer.Ordinal);
        return _names.Skip(at < 0 ? ~at : at).TakeWhile(k => k.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static int? Number(string text) =>
        int.TryParse(text.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
