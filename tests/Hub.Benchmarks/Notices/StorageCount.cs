using System.Text.RegularExpressions;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>
/// Storage operations from submission to commit, counted from Azurite's own request log: transactions, notices, keys, originals and the
/// queue of notices. What the channels do after the commit is not the notice's.
/// </summary>
internal sealed partial class StorageCount(Azurite azurite)
{
    private int _skip = azurite.Output.Split('\n').Length;

    public void Restart() => _skip = azurite.Output.Split('\n').Length;

    /// <summary>
    /// Operations since the start: on tables and blobs, and on queues. Polls of an empty queue are the pump's, not the work's.
    /// </summary>
    public (int Tables, int Blobs, int Queues) Since()
    {
        var requests = azurite.Output.Split('\n').Skip(_skip).Select(l => Request().Match(l)).Where(m => m.Success).ToList();
        var queues = requests.Where(m => m.Groups[2].Value.Contains("/notices/messages", StringComparison.Ordinal)).ToList();
        var puts = queues.Count(m => m.Groups[1].Value == "POST");
        var deletes = queues.Count(m => m.Groups[1].Value == "DELETE");
        var others = requests.Except(queues).ToList();
        var blobs = others.Count(m => m.Groups[2].Value.StartsWith("/devstoreaccount1/originals", StringComparison.Ordinal));
        var tables = others.Count(m => Table().IsMatch(m.Groups[2].Value));
        // A message that was deleted was received once.
        return (tables, blobs, puts + 2 * deletes);
    }

    [GeneratedRegex("\"(GET|PUT|POST|DELETE|PATCH|MERGE|HEAD) (\\S+) HTTP")]
    private static partial Regex Request();

    [GeneratedRegex(@"^/devstoreaccount1/(\$batch|Notices|Keys)")]
    private static partial Regex Table();
}
