using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Infra.Tests.Rules;

/// <summary>How the templates are written, as far as Bicep's linter does not look.</summary>
internal static partial class TemplateRules
{
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Types that take tags without having a place.
    private static readonly string[] Tagged = [Types.Key, Types.Secret];

    public static IEnumerable<Rule> All { get; } =
    [
        InTemplate(
            "Template.LocationType", "{'parameters':{'location':{'type':'object'}}}",
            t => Location(t) is { } location && (string?)location["type"] != "string", "a location is a string"),
        InTemplate(
            "Template.LocationDefault", "{'parameters':{'location':{'type':'string','defaultValue':'here'}}}",
            t => Location(t)?["defaultValue"] is not null, "a location has no default"),
        InTemplate(
            "Hub.NoKeys", "{'outputs':{'key':'[listKeys(~a~).keys[0].value]'}}", t => ListKeys().IsMatch(t.ToJsonString()),
            "the hub has no keys"),
        new("Deployment.SecureValue", Leaking(), Leaks),
        InTemplate(
            "Hub.Secrets.Secure", "{'parameters':{'apiKey':{'type':'string'}}}",
            t => Parameters(t).Any(p => SecretName().IsMatch(p.Key) && (string?)p.Value!["type"] == "string"),
            "a parameter with such a name must be @secure()"),
        InTemplate(
            "Hub.Secrets.StaySecure",
            """
            {'resources':{'vault':{'properties':{'parameters':{'key':{'value':'plain'}},
             'template':{'parameters':{'key':{'type':'securestring'}}}}}}}
            """,
            t => Deployment.DeclaredIn(t).Any(module => HandsOver(module, Secure(t))),
            "what is secure inside a module must be secure outside"),
        new(
            "Resource.UseTags", Deployment.Of(Types.Topic, "{'location':'here'}"),
            d => d.Resources.Where(r => (r["location"] is not null || Tagged.Contains(r.Type)) && r["tags/azd-env-name"] is null)
                .Select(r => new Finding(d.Place(r), "it must carry the tags"))),
        Names.Fit(
            "ResourceGroup.Name", Types.ResourceGroup, @"^[\w().-]{0,89}[\w()-]$", "up to 90 characters, no full stop at the end", "a."),
    ];

    private static Rule InTemplate(string name, string wrong, Func<JsonObject, bool> isWrong, string must) => new(
        name, Deployment.OfTemplate(wrong),
        d => d.Templates.Where(isWrong).Select(t => new Finding($"{t["metadata"]?["description"]}", must)));

    private static JsonNode? Location(JsonObject template) => template["parameters"]?["location"];

    private static Deployment Leaking() => new(
        [new(new() { ["id"] = "/wrong", ["type"] = Types.Site, ["name"] = "wrong", ["properties"] = "[parameters('key')]" })],
        new() { ["parameters"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "securestring" } } });

    private static IEnumerable<Finding> Leaks(Deployment deployment) =>
        from resource in deployment.Resources
        where resource.Type != Types.Secret && Secure(deployment.Template).Any(name => Tells(resource.Body.ToJsonString(AsIs), name))
        select new Finding(deployment.Place(resource), "a secret belongs into the vault");

    private static JsonObject Parameters(JsonObject template) => template["parameters"] as JsonObject ?? [];

    private static IReadOnlyList<string> Secure(JsonObject template) =>
        [.. Parameters(template).Where(p => (string?)p.Value!["type"] == "securestring").Select(p => p.Key)];

    // Whether a module is given something else for a secure parameter than a secure parameter.
    private static bool HandsOver(JsonNode module, IReadOnlyList<string> secure) => module["properties"]?["template"] is JsonObject inner
        && Secure(inner).Any(p => !secure.Any(s => (string?)module["properties"]!["parameters"]?[p]?["value"] == $"[parameters('{s}')]"));

    // Whether there is one is no secret.
    private static bool Tells(string resource, string secret) => Regex.IsMatch(resource, $@"(?<!not\(empty\()parameters\('{secret}'\)");

    [GeneratedRegex(@"(?i)(password|secret|connectionString|key|token)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\blist(?:Keys|Secrets|AccountSas|ServiceSas)?\(")]
    private static partial Regex ListKeys();
}
