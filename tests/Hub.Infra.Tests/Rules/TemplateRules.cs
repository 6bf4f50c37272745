using System.Text.RegularExpressions;
using Hub.Infra.Tests.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>How the templates are written: PSRule's rules about templates, and those of Bicep's linter that a reader can check.</summary>
internal static partial class TemplateRules
{
    // Types that take no tags.
    private static readonly string[] Untagged =
        [Types.Role, Types.Logs, Types.Defender, "Microsoft.Authorization/locks", "Microsoft.Consumption/budgets", Types.Secret, Types.Key];

    private static readonly string[] Tagged = [Types.Key, Types.Secret, "Microsoft.Network/privateDnsZones/virtualNetworkLinks"];

    public static IEnumerable<Rule> All { get; } =
    [
        new("Hub.Syntax", "resource a = {", t => t.Files.SelectMany(f => f.Errors.Select(e => new Finding($"{f.Name}:{e.Line}", e.Text)))),
        Declared("Template.ParameterMetadata", "param unsaid string", f => f.Params, p => p.Description is { Length: > 3 }, "a parameter must have a description"),
        Declared("use-description-outputs", "output unsaid string = 'a'", f => f.Outputs, p => p.Description is { Length: > 3 }, "an output must have a description"),
        InFile("Template.UseParameters", "@description('Not used.')\nparam idle string", f => f.Params.Where(p => !f.Uses.Contains(p.Symbol)), "nothing uses it"),
        InFile("Template.UseVariables", "var idle = 1", f => f.Variables.Where(p => !f.Uses.Contains(p.Symbol)), "nothing uses it"),
        InFile(
            "no-unused-existing-resources", "resource idle 'Microsoft.Storage/storageAccounts@2025-06-01' existing = { name: 'a' }",
            f => f.Resources.Where(r => r.Existing && !f.Uses.Contains(r.Symbol)), "nothing uses it"),
        Declared("Template.LocationType", "param location object", f => f.Params.Where(IsLocation), p => p.Type == "string", "a location is a string"),
        Declared("Template.LocationDefault", "param location string = 'westeurope'", f => f.Params.Where(IsLocation), p => p.Value is null, "a location has no default but the group's"),
        new("no-hardcoded-location", Rule.Resource(Types.Topic, "name: 'a'\nlocation: 'westeurope'"), t => t.Resources
            .Where(b => b.Content["location"] is { } l && l is not System.Text.Json.Nodes.JsonObject && (string?)l != "global").Select(b => Finding.At(b, "take the location from a parameter"))),
        Text("no-loc-expr-outside-params", "var where = resourceGroup().location", LocationExpression(), "take the location from a parameter"),
        Text("no-hardcoded-env-urls", "var where = 'https://login.microsoftonline.com'", Host(), "take the host from environment() or from a resource"),
        Text("prefer-interpolation", "var name = concat('a', 'b')", Concat(), "write '${a}b'"),
        Text("simplify-interpolation", "var name = '${other}'", OnlyInterpolation(), "write the name alone"),
        Text("use-resource-id-functions", "var id = '/subscriptions/a/resourceGroups/b'", LiteralId(), "take the id from a resource"),
        Text("Hub.NoKeys", "var key = account.listKeys().keys[0].value", ListKeys(), "the hub has no keys"),
        new("use-stable-resource-identifiers", "resource a 'Microsoft.Storage/storageAccounts@2025-06-01' = { name: newGuid() }", t => t.Resources
            .Where(b => Unstable().IsMatch($"{b["name/$"]}")).Select(b => Finding.At(b, "the name changes with each deployment"))),
        new("use-parent-property", Rule.Resource(Types.Queue, "name: 'space/queue'"), t => t.Resources
            .Where(b => b.Content["name"] is { } name && Slash().IsMatch(name is System.Text.Json.Nodes.JsonObject o ? $"{o["$"]}" : $"{name}")).Select(b => Finding.At(b, "say parent"))),
        new("no-unnecessary-dependson", "resource a 'Microsoft.Storage/storageAccounts@2025-06-01' = { name: 'a' }\n" + Rule.Resource(Types.Queue, "name: 'b'\nparent: a\ndependsOn: [a]"), Unnecessary),
        Declared("Deployment.OutputSecretValue", "@description('Out.')\noutput o string = listKeys('a', 'b')", f => f.Outputs, o => !Leaks(o), "an output is kept in plain text"),
        new("outputs-should-not-contain-secrets", "@secure()\nparam key string\noutput o string = key", t => t.Files.SelectMany(f => f.Outputs
            .Where(o => f.Params.Any(p => p.Secure && Regex.IsMatch($"{o.Value}", $@"\b{p.Symbol}\b"))).Select(o => Finding.At(f, o, "it tells a secure parameter")))),
        Declared("secure-secrets-in-params", "param apiPassword string", f => f.Params.Where(p => p.Type == "string" && Secret().IsMatch(p.Symbol)), p => p.Secure, "it must be @secure()"),
        Declared("secure-parameter-default", "@secure()\nparam key string = 'abc'", f => f.Params.Where(p => p.Secure && p.Optional), p => (string?)p.Value == "", "a secure parameter has no default"),
        new("Deployment.SecureValue", "@secure()\nparam key string\n" + Rule.Resource(Types.Site, "name: 'a'\nproperties: { siteConfig: { appSettings: [{ value: key }] } }"), t => t.Resources
            .Where(b => b.Declaration.Type.StartsWith(Types.Site, StringComparison.Ordinal) && b.File.Params.Any(p => p.Secure && b.Content.ToJsonString().Contains($"\"{p.Symbol}\"", StringComparison.Ordinal)))
            .Select(b => Finding.At(b, "a secret belongs into the vault"))),
        new("Deployment.Name", "module a 'a.bicep' = { name: 'a name that is longer than the sixty-four characters that Azure takes' }", t => t.Modules
            .Where(m => !Names.Fit(m, @"^[\w().-]{1,64}$")).Select(m => Finding.At(m, "1 to 64 letters, figures, ( ) _ . -"))),
        Rule.Each("ResourceGroup.Name", Types.ResourceGroup, b => Names.Fit(b, @"^[\w().-]{0,89}[\w()-]$"), "up to 90 characters, no full stop at the end", "name: 'a.'"),
        new("Resource.UseTags", Rule.Resource(Types.Topic, "name: 'a'\nlocation: location"), t => t.Resources
            .Where(b => (TakesTags(b) || Tagged.Contains(b.Declaration.Type)) && b.Content["tags"] is null).Select(b => Finding.At(b, "it must carry the tags"))),
        new("explicit-values-for-loc-params", "module a 'a.bicep' = { name: 'a' }\nparam location string", t => t.Modules
            .Where(m => (t.Target(m.File, m.Declaration.Path!) ?? m.File).Params.Any(p => p.Symbol == "location") && m["params/location"] is null)
            .Select(m => Finding.At(m, "say the location"))),
        new("use-recent-api-versions", "resource a 'Microsoft.Storage/storageAccounts@2021-09-01' = { name: 'a' }", t => t.Files
            .SelectMany(f => f.Resources.Where(r => !ApiVersions.IsRecent(r.Type, r.Version!)).Select(r => Finding.At(f, r, $"{r.Version} is too old, or a preview")))),
        InFile("max-params", string.Concat(Enumerable.Range(0, 257).Select(i => $"param p{i} string\n")), f => f.Params.Skip(256), "too many"),
        InFile("max-variables", string.Concat(Enumerable.Range(0, 513).Select(i => $"var v{i} = 1\n")), f => f.Variables.Skip(512), "too many"),
        InFile("max-outputs", string.Concat(Enumerable.Range(0, 65).Select(i => $"output o{i} int = 1\n")), f => f.Outputs.Skip(64), "too many"),
    ];

    private static Rule Declared(string name, string wrong, Func<BicepFile, IEnumerable<Declaration>> which, Func<Declaration, bool> right, string must) =>
        InFile(name, wrong, f => which(f).Where(d => !right(d)), must);

    private static Rule InFile(string name, string wrong, Func<BicepFile, IEnumerable<Declaration>> find, string must) =>
        new(name, wrong, t => t.Files.SelectMany(f => find(f).Select(d => Finding.At(f, d, must))));

    private static Rule Text(string name, string wrong, Regex pattern, string must) => new(
        name, wrong, t => t.Files.SelectMany(f => pattern.Matches(f.Text).Select(m => new Finding(f.Name, $"{m.Value}: {must}"))));

    private static IEnumerable<Finding> Unnecessary(Template template) =>
        from body in template.Resources.Concat(template.Modules)
        from needed in (body.Content["dependsOn"] as System.Text.Json.Nodes.JsonArray ?? []).Select(d => (string?)d?["$"])
        let rest = string.Join(' ', body.Content.Where(p => p.Key != "dependsOn").Select(p => p.Value?.ToJsonString()))
        where Regex.IsMatch(rest, $@"\b{needed}\b(?!['\w-])")
        select Finding.At(body, $"it uses {needed} anyway");

    private static bool TakesTags(Body b) => b.Content.ContainsKey("location") && !Untagged.Contains(b.Declaration.Type);

    private static bool IsLocation(Declaration p) => p.Symbol == "location";

    private static bool Leaks(Declaration output) => Regex.IsMatch($"{output.Value}", @"\blist\w*\(|[Pp]assword|\.key\d?\b");

    [GeneratedRegex(@"(?:resourceGroup|deployment)\(\)\.location")]
    private static partial Regex LocationExpression();

    [GeneratedRegex(@"'[^'\n]*(?<!privatelink\.(?:\w+\.)?)(?<!privatelink\.\w*)(?:management\.azure\.com|login\.microsoftonline\.com|core\.windows\.net|graph\.windows\.net|database\.windows\.net)")]
    private static partial Regex Host();

    [GeneratedRegex(@"\bconcat\(\s*'")]
    private static partial Regex Concat();

    [GeneratedRegex(@"(?<![\w'])'\$\{[^}']+\}'(?!:)")]
    private static partial Regex OnlyInterpolation();

    [GeneratedRegex(@"'/subscriptions/")]
    private static partial Regex LiteralId();

    [GeneratedRegex(@"\blist(?:Keys|Secrets|AccountSas|ServiceSas)?\(")]
    private static partial Regex ListKeys();

    [GeneratedRegex(@"\bnewGuid\(|\butcNow\(")]
    private static partial Regex Unstable();

    [GeneratedRegex(@"/")]
    private static partial Regex Slash();

    [GeneratedRegex(@"(?i)(password|secret|connectionString|apiKey)$")]
    private static partial Regex Secret();
}
