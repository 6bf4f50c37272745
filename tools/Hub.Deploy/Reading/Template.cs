using System.Text.Json.Nodes;

namespace Hub.Deploy.Reading;

/// <summary>Bicep files that belong together: all of infra/, or a snippet alone.</summary>
/// <param name="files">The files, by path.</param>
/// <param name="chosen">The parameters of main.bicep, to see one deployment; null to see whatever the parameters allow.</param>
internal sealed class Template(IReadOnlyDictionary<string, BicepFile> files, IReadOnlyDictionary<string, JsonNode?>? chosen = null)
{
    public const string MainName = "main.bicep";

    public IReadOnlyDictionary<string, JsonNode?>? Chosen => chosen;

    public BicepFile Main => files[MainName];

    /// <summary>The same files, with the parameters of main.bicep chosen.</summary>
    public Template With(IReadOnlyDictionary<string, JsonNode?> parameters) => new(files, parameters);

    public IEnumerable<BicepFile> Files => files.Values;

    public BicepFile? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>The resources of a type that are made here, by full type name.</summary>
    public IEnumerable<Body> All(string type) => Resources.Where(b => b.Declaration.Type == type && !b.Declaration.Existing);

    public IEnumerable<Body> Resources => Files.SelectMany(f => f.Resources.SelectMany(r => Body.Of(this, f, r)));

    public IEnumerable<Body> Modules => Files.SelectMany(f => f.Modules.SelectMany(m => Body.Of(this, f, m)));

    /// <summary>The file that a module's path leads to.</summary>
    public BicepFile? Target(BicepFile from, string path) =>
        Find(Path.Combine(Path.GetDirectoryName(from.Name) ?? "", path).Replace('\\', '/'));

    /// <summary>The modules that use a file.</summary>
    public IEnumerable<Body> Callers(BicepFile file) => Modules.Where(m => Target(m.File, m.Declaration.Path!) == file);
}
