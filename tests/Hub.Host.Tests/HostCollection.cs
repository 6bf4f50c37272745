namespace Hub.Host.Tests;

/// <summary>The tests that share one host, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<HostUnderTest>
{
    public const string Name = "Host";
}
