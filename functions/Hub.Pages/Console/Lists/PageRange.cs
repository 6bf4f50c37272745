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

    /// <summary>The number of the first item, from 1.</summary>
    public int First => ((Number - 1) * Size) + 1;

    /// <summary>The number of the last.</summary>
    public int Last => Math.Min(Total, Number * Size);

    /// <summary>The address of a page.</summary>
    public string To(int number) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}";
}
