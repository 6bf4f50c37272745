using System.Globalization;
using Hub.Register.Json;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>What stands in the fields of the editor, by their names: as it was typed, whatever can be made of it.</summary>
public sealed record EditorValues : Confidential
{
    private readonly SortedDictionary<string, string> _values;

    private EditorValues(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = new(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);

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
    [
        .. _values.Keys.Where(k => k.StartsWith($"{name}/", StringComparison.Ordinal)).Select(k => Number(k[(name.Length + 1)..])).OfType<int>()
            .Distinct().Order().Where(i => field.Row.Any(f => !f.IsExtra && this[$"{name}/{i}/{f.Path}"].Length > 0)),
    ];

    /// <summary>The same with the rows of a list numbered from 0, and without empty ones.</summary>
    internal EditorValues Numbered(string name, EditorField field)
    {
        var rows = Rows(name, field);
        var moved = rows.SelectMany((row, i) => field.Row.Select(f => KeyValuePair.Create($"{name}/{i}/{f.Path}", this[$"{name}/{row}/{f.Path}"])));
        return new(Without($"{name}/")._values.Concat(moved));
    }

    private static int? Number(string text) =>
        int.TryParse(text.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
