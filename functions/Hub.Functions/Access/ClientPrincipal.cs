using System.Text.Json;

namespace Hub.Functions.Access;

/// <summary>
/// Who signed in, as App Service Authentication says in a header of its own: base64 of JSON, claims by type. Azure takes the header away
/// from what callers send, but only where that authentication is switched on.
/// </summary>
/// <param name="Person">The person's object id in Entra ID.</param>
/// <param name="Roles">The application's roles that the person has.</param>
/// <param name="Name">The person's name, or failing that the name it signs in with; null where the header says neither.</param>
internal sealed record ClientPrincipal(Guid Person, IReadOnlyList<string> Roles, string? Name)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Entra = "aad";
    private const string Audience = "aud";

    // The platform gives some claims their long names; which ones is configuration.
    private static readonly string[] ObjectIds = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] RoleTypes = ["http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "roles"];

    private static readonly string[][] NameTypes =
        [["name"], ["preferred_username"], ["http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"]];
    private const int LongestName = 100;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, MaxDepth = 4 };

    /// <summary>What the header says; null where that is not one person of Entra ID who signed in to this application.</summary>
    public static ClientPrincipal? Read(string header, Guid application)
    {
        if (Parse(header) is not { AuthTyp: Entra, Claims: { } claims })
            return null;
        var audiences = Values(claims, [Audience]);
        var persons = Values(claims, ObjectIds);
        return audiences is [var audience] && (audience == $"{application}" || audience == $"api://{application}")
            && persons is [var person] && Guid.TryParseExact(person, "D", out var id) && id != Guid.Empty
                ? new(id, Values(claims, RoleTypes), NameIn(claims))
                : null;
    }

    private static string? NameIn(IReadOnlyList<Claim?> claims) =>
        NameTypes.Select(t => Values(claims, t)).FirstOrDefault(v => v is [{ Length: > 0 and <= LongestName }])?[0];

    private static Said? Parse(string header)
    {
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Said>(bytes.AsSpan(0, length), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Values(IReadOnlyList<Claim?> claims, string[] types) =>
        [.. claims.Where(c => types.Contains(c?.Typ)).Select(c => c!.Val ?? "").Distinct()];

    private sealed record Said(string? AuthTyp, IReadOnlyList<Claim?>? Claims);

    private sealed record Claim(string? Typ, string? Val);
}
