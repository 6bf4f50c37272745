namespace Hub.Infra.Tests.Reading;

/// <summary>Bicep files that belong together: all of infra/, or a snippet alone.</summary>
internal sealed class Template(IReadOnlyDictionary<string, BicepFile> files)
{
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
