using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Reading;
using Hub.Testing;

namespace Hub.Infra.Tests.Rules;

/// <summary>Who may do what.</summary>
internal static partial class AccessRules
{
    private static readonly JsonObject Roles = (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "roles.json")))!;

    // Nobody may give rights away, and nobody who only sends and reads owns a namespace.
    private static readonly string[] Owners =
        ["Owner", "Contributor", "User Access Administrator", "Role Based Access Control Administrator", "Service Bus Data Owner"];

    // What is sent and read queue by queue.
    private static readonly string[] OneByOne = ["Service Bus Data Receiver", "Service Bus Data Sender"];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Each(
            "RBAC.LimitOwner", Types.Role, b => RoleNames(b).All(n => !Owners.Contains(n)), "no owner's role",
            "name: 'a'\nproperties: { roleDefinitionId: roles['Owner'] }"),
        Rule.Each(
            "Hub.RBAC.NamedRole", Types.Role, b => RoleNames(b).ToList() is { Count: 1 } names && Roles.ContainsKey(names[0]),
            "the role must be named in roles.json", "name: 'a'\nproperties: { roleDefinitionId: 'b24988ac-6180-42a0-ab88-20f7382dd24c' }"),
        Rule.Property(
            "Hub.RBAC.PrincipalType", Types.Role, "properties/principalType", ["ServicePrincipal"],
            "name: 'a'\nproperties: { principalType: 'User' }"),
        Rule.Each(
            "Hub.RBAC.Scope", Types.Role, b => b["scope"] is not null, "a role must be given on one resource", "name: 'a'\nproperties: {}"),
        Rule.Each(
            "Hub.RBAC.Said", Types.Role, b => b.Declaration.Description is { Length: > 10 }, "who may do what with it must be said",
            "name: 'a'"),
        Rule.Each(
            "Hub.RBAC.OneByOne", Types.Role,
            b => !RoleNames(b).Intersect(OneByOne).Any() || $"{b["scope/$"]}".StartsWith("queue", StringComparison.Ordinal),
            "it must be given queue by queue",
            "name: 'a'\nscope: namespace\nproperties: { roleDefinitionId: roles['Service Bus Data Sender'] }"),
        new("Hub.RBAC.Reasons", Rule.Resource(Types.Role, "name: 'a'"), Unreasoned),
        Rule.Each(
            "Hub.RBAC.SameNameEachTime", Types.Role, b => ((string?)b["name/$"])?.StartsWith("guid(", StringComparison.Ordinal) == true,
            "the name must be a guid of scope, principal and role", "name: newGuid()"),
    ];

    /// <summary>The names of the role in a role assignment, as roles.json has them.</summary>
    public static IEnumerable<string> RoleNames(Body assignment) =>
        RoleName().Matches($"{assignment["properties/roleDefinitionId/$"]}").Select(m => m.Groups[1].Value);

    // Every assignment has a reason, and every reason an assignment.
    private static IEnumerable<Finding> Unreasoned(Template template)
    {
        var assigned = template.All(Types.Role)
            .Select(b => (Place: $"{b.File.Name}:{b.Declaration.Symbol}", Role: RoleNames(b).FirstOrDefault() ?? "")).ToList();
        var reasons = RoleReasons.All.Select(r => (Place: r.Assignment, r.Role)).ToList();
        return assigned.Except(reasons).Select(a => new Finding(a.Place, $"{a.Role} is assigned for no reason"))
            .Concat(reasons.Except(assigned).Select(r => new Finding(r.Place, $"{r.Role} is not assigned any more")));
    }

    [GeneratedRegex(@"roles\['([^']+)'\]")]
    private static partial Regex RoleName();
}
