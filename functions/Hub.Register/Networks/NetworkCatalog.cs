using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Text;

namespace Hub.Register.Networks;

/// <summary>Every network the hub knows, by id, name, acronym, older names and the misprints of the source papers.</summary>
public sealed class NetworkCatalog
{
    private readonly FrozenDictionary<string, Network> _byName;

    /// <summary>The catalogue from the hub's own data.</summary>
    public NetworkCatalog()
    {
        All = [.. ((JsonArray)EmbeddedData.Read("networks.json")).Select(n => NetworkParser.Read((JsonObject)n!))];
        // What a network is called now comes before what another was called once.
        var now = All.SelectMany(n => new[] { n.Id, n.Acronym, n.Name }.Select(name => (Name: FoldedText.Of(name), n)));
        var before = All.SelectMany(n => n.Names.Values.Concat(n.Aliases).Select(name => (Name: FoldedText.Of(name), n)));
        _byName = now.Concat(before).DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.n);
    }

    /// <summary>All of them, in the order of the source papers.</summary>
    public IReadOnlyList<Network> All { get; }

    /// <summary>Finds a network by its id, or a name, acronym or misprint of it.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Network? network) => _byName.TryGetValue(FoldedText.Of(name), out network);

    /// <summary>The networks that a text could mean: those it is a name of, or a part of a name of.</summary>
    public IEnumerable<Network> Search(string text)
    {
        if (FoldedText.Of(text) is not { Length: > 0 } sought)
            return [];
        var whole = _byName.GetValueOrDefault(sought);
        return sought.Length < FoldedText.LeastToSearch
            ? All.Where(n => n == whole)
            : All.Where(n => n == whole || Names(n).Any(name => name.Contains(sought, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Names(Network network) =>
        new[] { network.Id, network.Acronym, network.Name }.Concat(network.Names.Values).Concat(network.Aliases).Select(FoldedText.Of);
}
