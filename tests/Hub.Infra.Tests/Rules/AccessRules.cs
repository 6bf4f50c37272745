using Hub.Deploy.Planning;

namespace Hub.Infra.Tests.Rules;

/// <summary>Who may do what.</summary>
internal static class AccessRules
{
    // Nobody may give rights away, and nobody who only sends and reads owns a namespace.
    private static readonly Dictionary<string, string> Owners = new()
    {
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
        ["f58310d9-a9f6-439a-9e8d-f62e7b41a168"] = "Role Based Access Control Administrator",
        ["090c5cfd-751d-490a-894a-3ce6f1109419"] = "Service Bus Data Owner",
    };

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Each(
            "RBAC.LimitOwner", Types.Role, r => !Owners.ContainsKey(RoleAssignments.Role(r)), "no owner's role",
            "{'properties':{'roleDefinitionId':'/8e3af657-a8ff-443c-a75c-2fe8c4bcb635'}}"),
        Rule.Each(
            "Hub.RBAC.NamedRole", Types.Role, r => RoleAssignments.Names.Values.Contains(RoleAssignments.Role(r)),
            "the role must be named in roles.json",
            "{'properties':{'roleDefinitionId':'/b24988ac-6180-42a0-ab88-20f7382dd24c'}}"),
        Rule.Property("Hub.RBAC.PrincipalType", Types.Role, "properties/principalType", "ServicePrincipal"),
        Rule.Each(
            "Hub.RBAC.Scope", Types.Role, r => r.Scope.Contains("/providers/", StringComparison.Ordinal),
            "a role must be given on one resource"),
        Rule.Each("Hub.RBAC.Said", Types.Role, r => RoleAssignments.Why(r) is { Length: > 10 }, "who may do what with it must be said"),
        Rule.Each(
            "Hub.RBAC.OneByOne", Types.Role,
            r => !IsOneByOne(RoleAssignments.Role(r)) || RoleAssignments.On(r).StartsWith("queues/", StringComparison.Ordinal),
            "it must be given queue by queue",
            """
            {'id':'[extensionResourceId(\u0027/providers/Microsoft.ServiceBus/namespaces/all\u0027)]',
             'properties':{'roleDefinitionId':'/69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'}}
            """),
        new("Hub.RBAC.Reasons", Deployment.Of(Types.Role, "{'properties':{'roleDefinitionId':'/unknown'}}"), Unreasoned),
    ];

    // What is sent and read queue by queue.
    private static bool IsOneByOne(string role) => role is "Service Bus Data Receiver" or "Service Bus Data Sender";

    // Every assignment has a reason, and every reason an assignment.
    private static IEnumerable<Finding> Unreasoned(Deployment deployment)
    {
        var assigned = (
            from role in deployment.All(Types.Role)
            select (
                Who: deployment.Plain(RoleAssignments.Who(role)), Role: RoleAssignments.Role(role),
                On: deployment.Plain(RoleAssignments.On(role)))).ToList();
        return assigned.Where(a => RoleReasons.All.Count(r => r.IsFor(a.Who, a.Role, a.On)) != 1)
            .Select(a => new Finding(a.On, $"{a.Who} has {a.Role} on it for no reason"))
            .Concat(RoleReasons.All.Where(r => !r.IsOptional && !assigned.Any(a => r.IsFor(a.Who, a.Role, a.On)))
                .Select(r => new Finding(r.On, $"{r.Who} has {r.Role} on it no more")));
    }
}
