using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>How the templates are written: PSRule's rules about templates, and those of Bicep's linter that a reader can check.</summary>
internal static partial class TemplateRules
{
    // Types that take tags without having a place.
    private static readonly string[] Tagged = [Types.Key, Types.Secret];

    private const string Account = "resource a 'Microsoft.Storage/storageAccounts@2025-06-01'";

    public static IEnumerable<Rule> All { get; } =
    [
        new("Hub.Syntax", "resource a = {", t => t.Files.SelectMany(f => f.Errors.Select(e => new Finding($"{f.Name}:{e.Line}", e.Text)))),
        .. Declarations(), .. Secrets(), .. Resources(), .. Modules(),
    ];

    private static IEnumerable<Rule> Declarations() =>
    [
        InFile(
            "Template.ParameterMetadata", "param unsaid string", f => f.Params.Where(Undescribed), "a parameter must have a description"),
        InFile(
            "use-description-outputs", "output unsaid string = 'a'", f => f.Outputs.Where(Undescribed),
            "an output must have a description"),
        InFile(
            "Template.UseParameters", "@description('Not used.')\nparam idle string", f => f.Params.Where(p => Unused(f, p)),
            "nothing uses it"),
        InFile("Template.UseVariables", "var idle = 1", f => f.Variables.Where(v => Unused(f, v)), "nothing uses it"),
        InFile(
            "no-unused-existing-resources", $"{Account} existing = {{ name: 'a' }}",
            f => f.Resources.Where(r => r.Existing && Unused(f, r)), "nothing uses it"),
        InFile(
            "Template.LocationType", "param location object", f => f.Params.Where(p => IsLocation(p) && p.Type != "string"),
            "a location is a string"),
        InFile(
            "Template.LocationDefault", "param location string = 'here'", f => f.Params.Where(p => IsLocation(p) && p.Optional),
            "a location has no default"),
        InFile("max-params", Many(257, "param p{0} string"), f => f.Params.Skip(256), "too many"),
        InFile("max-variables", Many(513, "var v{0} = 1"), f => f.Variables.Skip(512), "too many"),
        InFile(
            "max-resources", Many(801, "resource r{0} 'Microsoft.Storage/storageAccounts@2025-06-01' = {{ name: 'a' }}"),
            f => f.Resources.Skip(800),
            "too many"),
        InFile(
            "no-deployments-resources", "resource a 'Microsoft.Resources/deployments@2025-04-01' = { name: 'a' }",
            f => f.Resources.Where(r => r.Type == "Microsoft.Resources/deployments"), "take a module"),
        InFile("max-outputs", Many(65, "output o{0} int = 1"), f => f.Outputs.Skip(64), "too many"),
        InFile(
            "use-recent-api-versions", "resource a 'Microsoft.Storage/storageAccounts@2021-09-01' = { name: 'a' }",
            f => f.Resources.Where(IsOld), "too old, or a preview"),
    ];

    private static IEnumerable<Rule> Secrets() =>
    [
        InFile(
            "Deployment.OutputSecretValue", "output o string = listKeys('a', 'b')", f => f.Outputs.Where(Leaks),
            "an output is kept in plain text"),
        InFile(
            "outputs-should-not-contain-secrets", "@secure()\nparam key string\noutput o string = key",
            f => f.Outputs.Where(o => f.Params.Any(p => p.Secure && Mentions(o.Value, p.Symbol))), "it tells a secure parameter"),
        InFile(
            "secure-secrets-in-params", "param apiPassword string",
            f => f.Params.Where(p => p.Type == "string" && !p.Secure && Secret().IsMatch(p.Symbol)), "it must be @secure()"),
        InFile(
            "secure-parameter-default", "@secure()\nparam key string = 'abc'",
            f => f.Params.Where(p => p.Secure && p.Optional && $"{p.Value}".Length > 0), "no default"),
        Each(
            "Deployment.SecureValue",
            "@secure()\nparam key string\n" + Rule.Resource(Types.Site, "name: 'a'\nproperties: { setting: key }"),
            b => b.Declaration.Type.StartsWith(Types.Site, StringComparison.Ordinal)
                && b.File.Params.Any(p => p.Secure && Mentions(b.Content, p.Symbol)),
            "a secret belongs into the vault"),
    ];

    private static IEnumerable<Rule> Resources() =>
    [
        Each(
            "no-hardcoded-location", Rule.Resource(Types.Topic, "name: 'a'\nlocation: 'westeurope'"), IsFixed,
            "take the location from a parameter"),
        Each(
            "use-stable-resource-identifiers", $"{Account} = {{ name: newGuid() }}", b => Unstable().IsMatch($"{b["name"]}"),
            "the name changes with each deployment"),
        Each("use-parent-property", Rule.Resource(Types.Queue, "name: 'space/queue'"), b => $"{b["name"]}".Contains('/'), "say parent"),
        Each(
            "no-unnecessary-dependson",
            $"{Account} = {{ name: 'a' }}\n" + Rule.Resource(Types.Queue, "name: 'b'\nparent: a\ndependsOn: [a]"),
            DependsTwice, "it uses what it depends on anyway"),
        Each(
            "Resource.UseTags", Rule.Resource(Types.Topic, "name: 'a'\nlocation: location"), b => TakesTags(b) && b["tags"] is null,
            "it must carry the tags"),
        Rule.Each(
            "ResourceGroup.Name", Types.ResourceGroup, b => Names.Fit(b, @"^[\w().-]{0,89}[\w()-]$"),
            "up to 90 characters, no full stop at the end", "name: 'a.'"),
    ];

    private static IEnumerable<Rule> Modules() =>
    [
        Module(
            "use-secure-value-for-secure-inputs",
            "@secure()\nparam key string\nparam plain string\nmodule a 'a.bicep' = {\n  name: 'a'\n  params: { key: plain }\n}",
            m => (m.Template.Target(m.File, m.Declaration.Path!) ?? m.File).Params.Where(p => p.Secure)
                .Any(p => m.File.Params.Any(given => !given.Secure && Mentions(m[$"params/{p.Symbol}"], given.Symbol))),
            "what is secure inside must be secure outside"),
        Module(
            "Deployment.Name", $"module a 'a.bicep' = {{ name: '{new string('a', 65)}' }}", m => !Names.Fit(m, @"^[\w().-]{1,64}$"),
            "1 to 64 letters, figures, ( ) _ . -"),
        Module(
            "explicit-values-for-loc-params", "module a 'a.bicep' = { name: 'a' }\nparam location string",
            m => (m.Template.Target(m.File, m.Declaration.Path!) ?? m.File).Params.Any(IsLocation) && m["params/location"] is null,
            "say the location"),
        Module(
            "Hub.Module.DependsTwice",
            "module a 'a.bicep' = { name: 'a' }\nmodule b 'b.bicep' = {\n  name: 'b'\n  params: { id: a.outputs.id }\n  dependsOn: [a]\n}",
            DependsTwice, "it uses what it depends on anyway"),
    ];

    private static Rule InFile(string name, string wrong, Func<BicepFile, IEnumerable<Declaration>> find, string must) =>
        new(name, wrong, t => t.Files.SelectMany(f => find(f).Select(d => Finding.At(f, d, $"{d.Version} {must}".Trim()))));

    private static Rule Each(string name, string wrong, Func<Body, bool> isWrong, string must) =>
        new(name, wrong, t => t.Resources.Where(isWrong).Select(b => Finding.At(b, must)));

    private static Rule Module(string name, string wrong, Func<Body, bool> isWrong, string must) =>
        new(name, wrong, t => t.Modules.Where(isWrong).Select(b => Finding.At(b, must)));

    private static string Many(int count, string line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line.Replace("{0}", $"{i}", StringComparison.Ordinal) + "\n"));

    private static bool Undescribed(Declaration d) => d.Description is not { Length: > 3 };

    private static bool Unused(BicepFile file, Declaration d) => !file.Uses.Contains(d.Symbol);

    private static bool IsOld(Declaration resource) => !ApiVersions.IsRecent(resource.Type, resource.Version!);

    private static bool IsLocation(Declaration p) => p.Symbol == "location";

    private static bool IsFixed(Body b) => b["location"] is JsonValue location && location.ToString() != "global";

    private static bool Mentions(JsonNode? where, string name) =>
        Regex.IsMatch(where?.ToJsonString() ?? "", $@"(?<![\w.]){name}(?![\w':])");

    private static bool DependsTwice(Body b) => (b["dependsOn"] as JsonArray ?? []).Select(d => (string?)d?["$"])
        .Any(needed => b.Content.Any(p => p.Key != "dependsOn" && Mentions(p.Value, needed!)));

    private static bool TakesTags(Body b) =>
        !b.Declaration.Existing && (b.Content.ContainsKey("location") || Tagged.Contains(b.Declaration.Type));

    private static bool Leaks(Declaration output) => Regex.IsMatch($"{output.Value}", @"\blist\w*\(|[Pp]assword|\.key\d?\b");

    [GeneratedRegex(@"\bnewGuid\(|\butcNow\(")]
    private static partial Regex Unstable();

    [GeneratedRegex(@"(?i)(password|secret|connectionString|key|token)$")]
    private static partial Regex Secret();
}
