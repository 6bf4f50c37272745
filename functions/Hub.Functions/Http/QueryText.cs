using System.Globalization;
using Hub.Core.Json;
using Hub.Core.States;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Reads the query of a request; a value that cannot be read is an answer of 400 that names it, never ignored.</summary>
internal sealed class QueryText(HttpRequest request)
{
    /// <summary>Refuses names that this address does not know: a misspelt filter would otherwise match everything.</summary>
    public QueryText Only(params string[] known)
    {
        var unknown = request.Query.Keys.Except(known, StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? this : throw Wrong(unknown, $"not known here; known are {string.Join(", ", known)}");
    }

    /// <summary>A text.</summary>
    public string? Text(string name) => request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;

    /// <summary>A code of an enum.</summary>
    public T? Code<T>(string name) where T : struct, Enum => Text(name) is not { } text
        ? null
        : Codes.TryParse<T>(text, out var value) ? value : throw Wrong(name, $"none of {string.Join(", ", Codes.All<T>())}");

    /// <summary>A State by its code.</summary>
    public StateCode? State(string name) => Text(name) is not { } text
        ? null
        : StateCode.IsWellFormed(text) ? new(text) : throw Wrong(name, "no ISO 3166-1 alpha-3 code such as SEN");

    /// <summary>A whole number within bounds.</summary>
    public long Number(string name, long otherwise, long least, long most) => Text(name) is not { } text
        ? otherwise
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, $"no whole number from {least} to {most}");

    /// <summary>A moment.</summary>
    public DateTimeOffset? Moment(string name) => Text(name) is not { } text
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw Wrong(name, "no RFC 3339 time such as 2025-04-01T09:30:00Z");

    private static ApiException Wrong(string name, string what) => new(400, "Wrong query", $"The parameter '{name}' is {what}.");
}
