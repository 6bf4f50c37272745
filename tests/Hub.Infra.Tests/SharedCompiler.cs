using Hub.Deploy.Bicep;

namespace Hub.Infra.Tests;

/// <summary>One compiler for all tests that ask it one thing after the other; everything is switched on in its environment.</summary>
[CollectionDefinition(Name)]
public sealed class SharedCompiler : ICollectionFixture<SharedCompiler>, IDisposable
{
    public const string Name = "Bicep";

    internal BicepCompiler Bicep { get; } = new(Infra.Everything);

    public void Dispose() => Bicep.Dispose();
}
