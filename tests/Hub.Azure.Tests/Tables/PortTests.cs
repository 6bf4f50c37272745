using System.Reflection;
using Hub.Azure.Blobs;
using Hub.Azure.Tables;

namespace Hub.Azure.Tests.Tables;

/// <summary>What tables and blobs promise is written down once, in a contract that storage is held to here and fakes elsewhere.</summary>
public sealed class PortTests
{
    public static TheoryData<string> Ports =>
    [
        .. typeof(HubTables).Assembly.GetExportedTypes()
            .Where(t => IsIn(t, typeof(HubTables).Namespace!) || IsIn(t, typeof(EditionStore).Namespace!))
            .SelectMany(t => t.GetInterfaces()).Where(i => IsIn(i, "Hub")).Select(i => i.Name).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Ports))]
    public void Storage_is_held_to_a_contract_of_every_port_that_it_implements(string port) =>
        Assert.Contains(Assembly.GetExecutingAssembly().GetTypes(), t => !t.IsAbstract && Contracted(t).Contains(port));

    // A contract says of what it is by what it leaves to the tests that are held to it.
    private static IEnumerable<string> Contracted(Type test) =>
        test.BaseType is { IsAbstract: true } contract && contract.Name.EndsWith("Contract", StringComparison.Ordinal)
            ? contract.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Where(m => m.IsAbstract).Select(m => m.ReturnType.Name)
            : [];

    private static bool IsIn(Type type, string space) => $"{type.Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal);
}
