namespace Hub.StandIns.Tests.Tables;

[CollectionDefinition(Name)]
public sealed class TablesCollection : ICollectionFixture<TablesFixture>
{
    public const string Name = "Tables";
}
