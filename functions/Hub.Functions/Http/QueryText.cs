using System.Globalization;
using Hub.Functions.Errors;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Reads the query of a request; a value that cannot be read is a response of 400 that names it, never ignored.</summary>
internal sealed class QueryText(HttpRequest request)
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    /// <summary>Refuses names that this address does not know: a misspelt filter would otherwise match everything.</summary>
    public QueryText Only(params string[] known)
    {
        var unknown = request.Query.Keys.Except(known, StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? this : throw Wrong(unknown, $"not known here; known are {string.Join(", ", known)}");
    }

    /// <summary>A text; one that is empty, or given twice, would be left out without a word.</summary>
    public string? Text(string name) => !request.Query.TryGetValue(name, out var values) ? null : values switch
    {
        [{ Length: > 0 } value] => value,
        [_] => throw Wrong(name, "empty: leave it out, or give it a value"),
        _ => throw Wrong(name, "given more than once"),
    };

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Wrong(name, "neither true nor false"),
    };

    /// <summary>A code of an enum.</summary>
    public T? Code<T>(string name) where T : struct, Enum => Text(name) is not { } text
        ? null
        : Codes.TryParse<T>(text, out var value) ? value : throw Wrong(name, $"none of {string.Join(", ", Codes.All<T>())}");

    /// <summary>A State by its code, in whichever case it is written.</summary>
    public StateCode? State(string name) => Text(name) is not { } text
        ? null
        : StateCode.IsWellFormed(text.ToUpperInvariant())
            ? new(text.ToUpperInvariant())
            : throw Wrong(name, "no ISO 3166-1 alpha-3 code such as SEN");

    /// <summary>What a text is the name of; a name that nobody has gets a response too, and never all there is.</summary>
    public T? Known<T>(string name, Func<string, T?> find, string otherwise) where T : class =>
        Text(name) is not { } text ? null : find(text) ?? throw Wrong(name, otherwise);

    /// <summary>The same for values.</summary>
    public T? Known<T>(string name, Func<string, T?> find, string otherwise) where T : struct =>
        Text(name) is not { } text ? null : find(text) ?? throw Wrong(name, otherwise);

    /// <summary>A whole number within bounds.</summary>
    public long Number(string name, long otherwise, long least, long most) => Text(name) is not { } text
        ? otherwise
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, $"no whole number from {least} to {most}");

    /// <summary>A moment: without its day or its offset it would be another one for everybody who reads it.</summary>
    public DateTimeOffset? Moment(string name) => Text(name) is not { } text
        ? null
        // A plus sign that was not escaped arrives as a space.
        : DateTimeOffset.TryParseExact(
            text.Replace(' ', '+').ToUpperInvariant(),
            Moments,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment)
            ? moment
            : throw Wrong(name, "no RFC 3339 time with its offset, such as 2025-04-01T09:30:00Z");

    /// <summary>The response to a value that cannot be used.</summary>
    public static ApiException Wrong(string name, string what) => new(400, "Wrong query", $"The parameter '{name}' is {what}.");
}
