using Hub.Deploy.Planning;
using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

/// <summary>Least rights: each role is there for something that happens.</summary>
public sealed class RoleTests
{
    [Fact]
    public void Every_reason_of_a_role_still_stands_in_the_code_or_the_templates()
    {
        var texts = Sources.All.Concat(Infra.Files.Values).ToList();
        Assert.All(RoleReasons.All, r => Assert.Contains(texts, t => t.Contains(r.Because, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_role_that_is_named_is_assigned() => Assert.Equal(
        RoleAssignments.Names.Values.Order(StringComparer.Ordinal),
        Infra.Production.All(Types.Role).Select(RoleAssignments.Role).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_functions_read_every_queue_and_write_to_every_one_but_that_of_the_dead_letters()
    {
        var queues = Infra.Pilot.All(Types.Queue).Select(q => $"queues/{q.ShortName}").ToList();
        Assert.Equal(queues, On("Service Bus Data Receiver"));
        Assert.Equal(queues.Where(q => q != "queues/failures"), On("Service Bus Data Sender"));
    }

    private static IEnumerable<string> On(string role) => Infra.Pilot.All(Types.Role)
        .Where(r => RoleAssignments.Role(r) == role && RoleAssignments.Who(r).StartsWith("id-", StringComparison.Ordinal))
        .Select(RoleAssignments.On);
}
