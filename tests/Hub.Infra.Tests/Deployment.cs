using System.Text.Json.Nodes;
using Hub.Deploy.Planning;
using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

/// <summary>What rules are about: the resources that a deployment makes, and the compiled template that it makes them by.</summary>
internal sealed class Deployment(Func<IReadOnlyList<Resource>> resources, Func<JsonObject> template)
{
    private readonly Lazy<IReadOnlyList<Resource>> _resources = new(resources);
    private readonly Lazy<JsonObject> _template = new(template);

    public Deployment(IReadOnlyList<Resource> resources, JsonObject template) : this(() => resources, () => template)
    {
    }

    public IReadOnlyList<Resource> Resources => _resources.Value;

    public JsonObject Template => _template.Value;

    /// <summary>The template of the deployment and those of its modules.</summary>
    public IEnumerable<JsonObject> Templates => Nested(Template);

    // What names end with, as the identity's does: environment and token.
    private string Suffix =>
        All(Types.Identity).FirstOrDefault()?.Name is ['i', 'd', .. ['-', ..] suffix] ? suffix : "-none";

    /// <summary>The settings of the function app.</summary>
    public JsonObject Settings =>
        (JsonObject)Resources.Single(r => r is { Type: Types.SiteConfig, ShortName: "appsettings" })["properties"]!;

    /// <summary>A resource of a type, called `wrong`, with what stands in its body: JSON, with single quotes.</summary>
    public static Deployment Of(string type, string body)
    {
        var members = (JsonObject)JsonNode.Parse(body.Replace('\'', '"'))!;
        foreach (var (name, value) in new[] { ("id", "/wrong"), ("type", type), ("name", "wrong") })
            members.TryAdd(name, value);
        return new([new(members)], new() { ["resources"] = new JsonObject() });
    }

    /// <summary>A template, as JSON with single quotes.</summary>
    public static Deployment OfTemplate(string template) => new([], (JsonObject)JsonNode.Parse(template.Replace('\'', '"'))!);

    public IEnumerable<Resource> All(string type) => Resources.Where(r => r.Type == type);

    /// <summary>The extensions of a type that are on a resource: logs, locks, roles.</summary>
    public IEnumerable<Resource> On(Resource resource, string type) => All(type).Where(r => r.Scope == resource.Id);

    /// <summary>The resources of a type in another.</summary>
    public IEnumerable<Resource> In(Resource resource, string type) =>
        All(type).Where(r => r.Id.StartsWith(resource.Id + "/", StringComparison.Ordinal));

    /// <summary>Type and name, without what differs from one environment to the other.</summary>
    public string Place(Resource resource) => $"{resource.Type} {Plain(resource.Name)}";

    /// <summary>A name without what differs from one environment to the other.</summary>
    public string Plain(string name) => name.Replace(Suffix, "", StringComparison.Ordinal)
        .Replace(Suffix.Split('-')[^1], "", StringComparison.Ordinal);

    /// <summary>What a template declares: by symbolic name, or in an array where the compiler needs no names.</summary>
    public static IEnumerable<JsonNode> DeclaredIn(JsonObject template) => template["resources"] switch
    {
        JsonObject named => named.Select(r => r.Value!),
        JsonArray list => list.Select(r => r!),
        _ => [],
    };

    private static IEnumerable<JsonObject> Nested(JsonObject template) => DeclaredIn(template)
        .Select(r => r["properties"]?["template"]).OfType<JsonObject>().SelectMany(Nested).Prepend(template);
}
