using System.Globalization;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Console;

/// <summary>What the address of a list says: what was chosen, and which page of it; and the list as a table for programs.</summary>
internal static class ListQuery
{
    private const int PageSize = 50;
    private const int Longest = 100;

    /// <summary>What was asked for by a name; null where nothing was, or where it is too long to be meant.</summary>
    public static string? Asked(this HttpRequest request, string name, int longest = Longest) =>
        (name == SearchWords.Field ? SearchWords.Of(request) : request.Query[name].FirstOrDefault())?.Trim() is { Length: > 0 } text
        && text.Length <= longest ? text : null;

    /// <summary>The same as one of some values; null for all others.</summary>
    public static T? Asked<T>(this HttpRequest request, string name) where T : struct, Enum =>
        Codes.TryParse<T>(request.Asked(name), out var value) ? value : null;

    /// <summary>The same as a State.</summary>
    public static StateCode? AskedState(this HttpRequest request) =>
        request.Asked("state") is { } state && StateCode.IsWellFormed(state) ? new StateCode(state) : null;

    /// <summary>A number that was asked for.</summary>
    public static int AskedNumber(this HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The page of a list that was asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="all">The list.</param>
    /// <param name="address">Its address with what was chosen.</param>
    /// <param name="size">How many items a page has.</param>
    public static (PageRange Range, IReadOnlyList<T> Items) Page<T>(
        this HttpRequest request, IReadOnlyList<T> all, string address, int size = PageSize) =>
        PageRange.Of(all, request.AskedNumber("page", 1), size, Sealed(request, address));

    // What was typed stays in the links of the list as it stood in its address: nobody reads it there.
    private static string Sealed(HttpRequest request, string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        var chosen = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(q => !q.StartsWith($"{SearchWords.Field}=", StringComparison.Ordinal))
            .Concat(SearchWords.Of(request) is null ? [] : [$"{SearchWords.Field}={request.Query[SearchWords.Field]}"]).ToList();
        return chosen.Count == 0 ? path : $"{path}?{string.Join('&', chosen)}";
    }

    /// <summary>A list as a table for programs.</summary>
    public static IActionResult Csv(byte[] table, string name) =>
        new FileContentResult(table, ConsoleCsv.MediaType) { FileDownloadName = $"{name}.csv" };
}
