using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hub.Azure.Tables;
using Hub.LocalProcesses;

namespace Hub.Azure.Tests.Builders;

/// <summary>One Azurite for all tests of stores.</summary>
public sealed class Storage : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public HubTables Tables { get; private set; } = null!;

    public BlobServiceClient Blobs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.Start();
        Tables = new(new TableServiceClient(_azurite.ConnectionString));
        Blobs = new(_azurite.ConnectionString, new(BlobClientOptions.ServiceVersion.V2023_01_03));
        await Tables.Create(default);
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    /// <summary>The tables, one of them empty.</summary>
    public HubTables Emptied(Func<HubTables, TableClient> which)
    {
        var table = which(Tables);
        foreach (var entity in table.Query<TableEntity>())
            table.DeleteEntity(entity.PartitionKey, entity.RowKey);
        return Tables;
    }

    /// <summary>An empty table of one of the hub's.</summary>
    public static async Task Empty(TableClient table)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>())
            await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey);
    }
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class StorageCollection : ICollectionFixture<Storage>
{
    public const string Name = "Storage";
}
