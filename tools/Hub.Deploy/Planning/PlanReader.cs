using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Reading;

namespace Hub.Deploy.Planning;

/// <summary>Follows the templates with their parameters chosen, as Azure Resource Manager would.</summary>
internal static partial class PlanReader
{
    private const string Roles = "Microsoft.Authorization/roleAssignments";

    public static Plan Read(GivenParameters given) => Read(new Template(BicepReader.Read(BicepReader.Infra)), given);

    public static Plan Read(Template templates, GivenParameters given)
    {
        var parameters = templates.Main.Params.ToDictionary(p => p.Symbol, p => Value(p, given.Values[p.Symbol]));
        var template = templates.With(parameters);
        var files = template.Main.Modules.Select(m => template.Target(template.Main, m.Path!)!).Prepend(template.Main).ToList();
        return new(
            given.Size, [.. files.Select(f => Module(template, f))], [.. files.SelectMany(f => RolesOf(template, f))],
            [.. template.Resources.Where(b => !b.Declaration.Existing && b.Is("properties/publicNetworkAccess", "Enabled")).Select(Name)]);
    }

    private static JsonNode? Value(Declaration parameter, string text)
    {
        if (parameter.Decorators["allowed"] is JsonArray allowed && !allowed.Any(a => (string?)a == text))
            throw new DeployException($"{parameter.Symbol} is one of {string.Join(", ", allowed)}, not '{text}'.");
        if (parameter.Type != "int")
            return text;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DeployException($"{parameter.Symbol} is a number, not '{text}'.");
    }

    private static PlannedModule Module(Template template, BicepFile file) => new(
        file.Name,
        file.Description,
        [
            .. from resource in file.Resources
               where !resource.Existing && resource.Type != Roles
               let names = Body.Of(template, file, resource).Select(Name).ToList()
               where names.Count > 0
               select new PlannedResources(resource.Type, names),
        ]);

    private static IEnumerable<PlannedRole> RolesOf(Template template, BicepFile file) =>
        from resource in file.Resources
        where resource.Type == Roles
        let bodies = Body.Of(template, file, resource).ToList()
        where bodies.Count > 0
        select new PlannedRole(
            Principal(bodies[0]), RoleName().Match($"{bodies[0]["properties/roleDefinitionId/$"]}").Groups[1].Value,
            [.. bodies.Select(b => Scope(b, (string)b["scope/$"]!))], resource.Description ?? "");

    private static string Name(Body body) => body.Texts("name").Single();

    // A principal is the identity of some resource, of whatever module.
    private static string Principal(Body assignment)
    {
        var principal = assignment.Texts("properties/principalId").Single();
        return assignment.Template.Resources.Where(b => Values.PrincipalOf(b.File, b.Declaration.Symbol) == principal).Select(Name).First();
    }

    // A symbol, or one element of a loop's: scope: queue[i].
    private static string Scope(Body assignment, string scope)
    {
        var match = Indexed().Match(scope);
        var resource = assignment.File.Resources.Single(r => r.Symbol == match.Groups["symbol"].Value);
        var bodies = Body.Of(assignment.Template, assignment.File, resource).ToList();
        var body = match.Groups["index"] is { Success: true, Value: var index } ? bodies[(int)assignment.Loops[index]![0]!] : bodies[0];
        return $"{body.Declaration.Type.Split('/')[^1]}/{Name(body)}";
    }

    [GeneratedRegex(@"roles\['([^']+)'\]")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"^(?<symbol>\w+)(?:\[(?<index>\w+)\])?$")]
    private static partial Regex Indexed();
}
