using System.Text.Json.Nodes;
using Hub.Infra.Tests.Rules;
using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>Least rights: each role is there for something that happens.</summary>
public sealed class RoleTests
{
    [Fact]
    public void Every_reason_of_a_role_still_stands_in_the_repository() => Assert.All(
        RoleReasons.All, r => Assert.Contains(r.Because, File.ReadAllText(Repository.PathTo(r.File)), StringComparison.Ordinal));

    [Fact]
    public void Every_role_that_is_named_is_assigned()
    {
        var roles = JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "roles.json")))!.AsObject();
        Assert.Equal(
            roles.Select(r => r.Key).Order(StringComparer.Ordinal),
            RoleReasons.All.Select(r => r.Role).Distinct().Order(StringComparer.Ordinal));
        Assert.All(roles, r => Assert.True(Guid.TryParse((string?)r.Value, out _), r.Key));
    }

    [Fact]
    public void Rights_on_queues_and_containers_are_given_one_by_one() => Assert.All(
        [
            "modules/serviceBus.bicep:receive queue[i]",
            "modules/serviceBus.bicep:send queue[i]",
            "modules/dataStorage.bicep:writeBlobs container[i]",
        ],
        expected => Assert.Contains(
            expected, Templates.Infra.All(Types.Role).Select(b => $"{b.File.Name}:{b.Declaration.Symbol} {b["scope/$"]}")));
}
