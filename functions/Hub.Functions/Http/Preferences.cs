using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>What a caller prefers.</summary>
internal static class Preferences
{
    /// <summary>The first of the six languages in Accept-Language (RFC 9110 §12.5.4); English where there is none.</summary>
    public static Language PreferredLanguage(this HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => Codes.TryParse<Language>(l.Value.ToString().Split('-')[0], out var language) ? (Language?)language : null)
        .FirstOrDefault(l => l is not null) ?? Language.English;
}
