using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Notices;

/// <summary>
/// Operations on tables and blobs since a moment, counted from Azurite's own log of requests. A batch of changes to one partition is one
/// operation, as Azure bills it.
/// </summary>
internal sealed partial class StorageCount(Azurite azurite)
{
    private readonly int _skip = azurite.Output.Split('\n').Length;

    /// <summary>How many on what: the name of a table or container; $batch for a batch, whose table the log does not name.</summary>
    public IReadOnlyDictionary<string, int> Since() => azurite.Output.Split('\n').Skip(_skip).Select(line => Request().Match(line))
        .Where(request => request.Success).GroupBy(request => request.Groups[1].Value).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex("\"(?:GET|PUT|POST|DELETE|PATCH|MERGE|HEAD) /devstoreaccount1/([$\\w-]+)\\S* HTTP")]
    private static partial Regex Request();
}
