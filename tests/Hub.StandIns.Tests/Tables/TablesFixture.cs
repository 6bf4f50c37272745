using Azure.Data.Tables;
using Hub.Testing;

namespace Hub.StandIns.Tests.Tables;

public sealed class TablesFixture : IAsyncLifetime
{
    private Azurite _azurite = null!;

    public TableServiceClient Service { get; private set; } = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.Start();
        Service = new(ConnectionString);
    }

    public Task DisposeAsync() => _azurite.DisposeAsync().AsTask();

    public async Task<TableClient> NewTable()
    {
        var table = Service.GetTableClient($"t{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
