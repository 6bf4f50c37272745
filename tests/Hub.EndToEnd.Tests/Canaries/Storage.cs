using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>Everything that the hub has stored, row by row and blob by blob.</summary>
internal static class Storage
{
    /// <summary>Each row: <c>table/partition/row</c>, its keys and its columns.</summary>
    public static async Task<IReadOnlyList<(string Place, string Text)>> Rows(RunningHub hub)
    {
        var (service, rows) = (new TableServiceClient(hub.Local.Storage.ConnectionString), new List<(string, string)>());
        await foreach (var table in service.QueryAsync())
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                rows.Add(($"{table.Name}/{row.PartitionKey}/{row.RowKey}", string.Join('\n', row.Select(c => $"{c.Key}: {Text(c.Value)}"))));
        return rows;
    }

    /// <summary>Each blob: <c>container/name</c>, its name, its metadata and its bytes, unpacked where it is a package.</summary>
    public static async Task<IReadOnlyList<(string Place, string Text)>> Blobs(RunningHub hub)
    {
        var blobs = new List<(string, string)>();
        await foreach (var container in hub.Blobs.GetBlobContainersAsync())
        {
            var client = hub.Blobs.GetBlobContainerClient(container.Name);
            await foreach (
                var blob in client.GetBlobsAsync(
                    Azure.Storage.Blobs.Models.BlobTraits.All,
                    Azure.Storage.Blobs.Models.BlobStates.None,
                    null,
                    default))
                blobs.Add(
                    (
                        $"{container.Name}/{blob.Name}",
                        $"{blob.Name} {string.Join(' ', blob.Metadata ?? new Dictionary<string, string>())}\n{await Content(client, blob.Name)}"
                    ));
        }
        return blobs;
    }

    private static async Task<string> Content(BlobContainerClient container, string name)
    {
        var bytes = (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();
        return bytes.AsSpan().StartsWith("PK"u8) ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes);
    }

    private static string Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Join('\n', zip.Entries.Select(e =>
        {
            using var part = new StreamReader(e.Open());
            return $"{e.FullName}\n{part.ReadToEnd()}";
        }));
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        BinaryData data => data.ToString(),
        _ => $"{value}",
    };
}
