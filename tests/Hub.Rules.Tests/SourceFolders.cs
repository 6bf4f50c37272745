using System.Text.RegularExpressions;

namespace Hub.Rules.Tests;

/// <summary>
/// The folders of a project, and which of them use which: by the types that their files name and the namespaces that these see.
/// </summary>
internal static partial class SourceFolders
{
    /// <summary>The source files of a project.</summary>
    public static IReadOnlyList<string> FilesOf(string project) =>
    [
        .. Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")),
    ];

    /// <summary>Folders that use each other in a circle, each with what it uses of another in it.</summary>
    public static IReadOnlyList<string> Circles(string project) => Circles([.. FilesOf(project).Select(f => Source.Read(f))]);

    /// <summary>The same for files that are given.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<Source> files)
    {
        var homes = files.SelectMany(f => f.Types.Select(t => (t, f))).ToLookup(p => p.t, p => p.f);
        var uses = (
            from file in files
            from word in file.Words
            from home in homes[word]
            where home.Namespace != file.Namespace && file.Sees(home.Namespace)
            select (From: file.Namespace, To: home.Namespace, What: $"{file.Name} uses {word}")).Distinct().ToList();
        var next = uses.ToLookup(u => u.From, u => u.To);
        return [.. uses.Where(u => Reaches(next, u.To, u.From)).Select(u => $"{u.From} -> {u.To}: {u.What}").Order()];
    }

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var at))
        {
            if (at == to)
                return true;
            foreach (var other in next[at].Where(seen.Add))
                open.Push(other);
        }
        return false;
    }

    /// <summary>A source file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Namespace">Its namespace, which follows its folder.</param>
    /// <param name="Usings">The namespaces that it imports.</param>
    /// <param name="Types">The types that it declares.</param>
    /// <param name="Words">What it names in code: no comments, texts or members.</param>
    internal sealed record Source(
        string Name, string Namespace, IReadOnlyList<string> Usings, IReadOnlyList<string> Types, IReadOnlySet<string> Words)
    {
        public static Source Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

        public static Source Parse(string name, string text)
        {
            var code = Other().Replace(text, "");
            return new(
                name, NamespaceLine().Match(text).Groups[1].Value, [.. UsingLine().Matches(text).Select(m => m.Groups[1].Value)],
                [.. Declaration().Matches(text).Select(m => m.Groups[1].Value)], Word().Matches(code).Select(m => m.Value).ToHashSet());
        }

        public bool Sees(string other) => Usings.Contains(other) || Namespace.StartsWith($"{other}.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(
        @"^(?:(?:public|internal|static|sealed|abstract|readonly|partial|file) )*(?:class|interface|enum|record struct|record|struct) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"//[^\n]*|""(?:[^""\\\n]|\\.)*""|^using [^\n]*", RegexOptions.Multiline)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b(?!\s*(?:=(?!=)|: |\{ get| =>))")]
    private static partial Regex Word();
}
