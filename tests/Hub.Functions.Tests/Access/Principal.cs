using System.Text;
using System.Text.Json;

namespace Hub.Functions.Tests.Access;

/// <summary>Writes the header as App Service Authentication does, until a test changes something.</summary>
internal sealed record Principal
{
    public const string Application = "6f1c1a52-3b1c-4f57-9d0e-0a4c8b1f2d10";
    public const string Anna = "11111111-aaaa-4bbb-8ccc-000000000001";
    public const string Boris = "22222222-aaaa-4bbb-8ccc-000000000002";
    public const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public string AuthTyp { get; init; } = "aad";

    public IReadOnlyList<(string Typ, string? Val)> Claims { get; init; } =
        [
            ("aud", Application), (ObjectId, Anna), ("name", "Somebody"), ("roles", "Reviewer"), ("roles", "Editor"),
            ("roles", "Administrator"),
        ];

    public static Principal Of(string person, params string[] roles) =>
        new() { Claims = [("aud", Application), (ObjectId, person), .. roles.Select(r => ("roles", (string?)r))] };

    public Principal With(string type, string? value) => this with { Claims = [.. Claims.Where(c => c.Typ != type), (type, value)] };

    public Principal Without(string type) => this with { Claims = [.. Claims.Where(c => c.Typ != type)] };

    public Principal And(string type, string? value) => this with { Claims = [.. Claims, (type, value)] };

    public string Header() => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["auth_typ"] = AuthTyp,
        ["claims"] = Claims.Select(c => new Dictionary<string, string?> { ["typ"] = c.Typ, ["val"] = c.Val }),
        ["name_typ"] = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
        ["role_typ"] = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    })));
}
