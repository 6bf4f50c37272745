using Hub.Register.Json;

namespace Hub.Pages.Console.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Size">How many items a page has.</param>
/// <param name="Total">How many items there are.</param>
/// <param name="Address">The address of the list with what was chosen, without its page.</param>
public sealed record PageRange(int Number, int Size, int Total, string Address) : Confidential
{
    /// <summary>The items of a page of a list.</summary>
    public static (PageRange Range, IReadOnlyList<T> Items) Of<T>(IReadOnlyList<T> all, int number, int size, string address)
    {
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var range = new PageRange(Math.Clamp(number, 1, last), size, all.Count, address);
        return (range, [.. all.Skip(range.First - 1).Take(size)]);
    }

    /// <summary>The address of a list with what was chosen.</summary>
    public static string AddressOf(string path, params IEnumerable<(string Name, string? Value)> chosen)
    {
        var query = string.Join('&', chosen.Where(c => c.Value is not null).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The number of the first item, from 1.</summary>
    public int First => ((Number - 1) * Size) + 1;

    /// <summary>The number of the last.</summary>
    public int Last => Math.Min(Total, Number * Size);

    /// <summary>Whether anything was chosen.</summary>
    public bool IsChosen => Query.Length > 0;

    /// <summary>The address of the whole list.</summary>
    public string Path => Address.Split('?')[0];

    /// <summary>The address of what was chosen as a table for programs.</summary>
    public string Csv => $"{Path}/list.csv{(IsChosen ? $"?{Query}" : "")}";

    /// <summary>The address of a page.</summary>
    public string To(int number) => $"{Address}{(IsChosen ? '&' : '?')}page={number}";

    /// <summary>The address of the list without one thing that was chosen.</summary>
    public string Without(string name) =>
        string.Join('&', Query.Split('&').Where(q => !q.StartsWith($"{name}=", StringComparison.Ordinal))) is { Length: > 0 } rest
            ? $"{Path}?{rest}"
            : Path;

    private string Query => Address.Length > Path.Length ? Address[(Path.Length + 1)..] : "";
}
