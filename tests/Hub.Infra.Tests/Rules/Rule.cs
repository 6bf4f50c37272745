using System.Text.Json.Nodes;
using Hub.Deploy.Planning;

namespace Hub.Infra.Tests.Rules;

/// <summary>Something wrong: where, and what.</summary>
/// <param name="Place">Type and name, by which a suppression names it.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Finding(string Place, string Text);

/// <summary>A rule about what is deployed, by the name that PSRule for Azure gives it (own ones begin with Hub).</summary>
/// <param name="Name">The name.</param>
/// <param name="Wrong">A deployment that breaks it.</param>
/// <param name="Find">What breaks it.</param>
internal sealed record Rule(string Name, Deployment Wrong, Func<Deployment, IEnumerable<Finding>> Find)
{
    /// <summary>Every resource of a type must have one of some values at a path.</summary>
    public static Rule Property(string name, string type, string path, params object[] allowed) => Each(
        name, type, (_, r) => Has(r, path, allowed), $"{path} must be {string.Join(" or ", allowed)}");

    /// <summary>Every resource of a type must be right. What stands in a wrong one is JSON, with single quotes.</summary>
    public static Rule Each(string name, string type, Func<Resource, bool> right, string must, string wrong = "{}") =>
        Each(name, type, (_, r) => right(r), must, wrong);

    /// <summary>Every resource of a type must be right where it stands.</summary>
    public static Rule Each(string name, string type, Func<Deployment, Resource, bool> right, string must, string wrong = "{}") => new(
        name, Deployment.Of(type, wrong), d => d.All(type).Where(r => !right(d, r)).Select(r => new Finding(d.Place(r), must)));

    /// <summary>Whether a resource has one of some values at a path.</summary>
    public static bool Has(Resource resource, string path, params object[] allowed) =>
        resource[path] is { } value && allowed.Any(a => value.ToJsonString() == JsonValue.Create(a)!.ToJsonString());
}
