using Azure;
using Azure.Data.Tables.Models;

namespace Hub.StandIns.Tests.Tables;

internal static class Reading
{
    public static async Task<int> Count<T>(this AsyncPageable<T> pages)
        where T : notnull
    {
        var count = 0;
        await foreach (var _ in pages)
            count++;
        return count;
    }

    public static async Task<List<T>> ToList<T>(this AsyncPageable<T> pages)
        where T : notnull
    {
        var all = new List<T>();
        await foreach (var one in pages)
            all.Add(one);
        return all;
    }

    public static async Task<List<string>> ToNames(this AsyncPageable<TableItem> pages) => [.. (await pages.ToList()).Select(t => t.Name)];
}
