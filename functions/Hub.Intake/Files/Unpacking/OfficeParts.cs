using System.Xml;

namespace Hub.Intake.Files.Unpacking;

/// <summary>A relationship of a part of an Office package (ECMA-376 part 2 §6.5).</summary>
/// <param name="Type">Its type, without what is before the last slash.</param>
/// <param name="Target">What it leads to, as written.</param>
/// <param name="IsExternal">Whether that lies outside the package.</param>
internal sealed record OfficeRelationship(string Type, string Target, bool IsExternal)
{
    /// <summary>The relationship that an element is.</summary>
    public static OfficeRelationship Of(XmlReader element) => new(
        (element.GetAttribute("Type") ?? "").Split('/')[^1], element.GetAttribute("Target") ?? "",
        element.GetAttribute("TargetMode")?.Trim().Equals("External", StringComparison.OrdinalIgnoreCase) == true);
}

/// <summary>Finds parts of an Office package by what leads to them: a part's name says nothing.</summary>
internal static class OfficeParts
{
    private const string Root = "_rels/.rels";

    /// <summary>The part that the package is about, e.g. <c>word/document.xml</c>; null where none is named.</summary>
    public static ZipItem? Main(IReadOnlyList<ZipItem> items, Stream content, UnpackingBudget budget) =>
        Related(items, "", content, budget, "officeDocument") is [var main, ..] ? main : null;

    /// <summary>The parts that a part leads to by relationships of a type.</summary>
    public static IReadOnlyList<ZipItem> Related(
        IReadOnlyList<ZipItem> items, string part, Stream content, UnpackingBudget budget, string type) =>
        [.. Relationships(items, part, content, budget).Where(r => r.Type == type).Select(r => r.Part)];

    /// <summary>The parts that a part leads to, by the ids of their relationships.</summary>
    public static Dictionary<string, ZipItem> Targets(
        IReadOnlyList<ZipItem> items, string part, Stream content, UnpackingBudget budget) =>
        Relationships(items, part, content, budget).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Part);

    private static List<(string Id, string Type, ZipItem Part)> Relationships(
        IReadOnlyList<ZipItem> items, string part, Stream content, UnpackingBudget budget)
    {
        var found = new List<(string, string, ZipItem)>();
        if (items.FirstOrDefault(i => Same(i.Name, RelationshipsOf(part))) is not { } list)
            return found;
        using var stream = list.Open(content, budget);
        SafeXml.Walk(stream, element =>
        {
            if (element.LocalName == "Relationship" && OfficeRelationship.Of(element) is { IsExternal: false } r
                && items.FirstOrDefault(i => Same(i.Name, Resolved(part, r.Target))) is { } target)
                found.Add((element.GetAttribute("Id") ?? "", r.Type, target));
        });
        return found;
    }

    /// <summary>A target as the name of a part.</summary>
    public static string Resolved(string part, string target)
    {
        var folders = target.StartsWith('/') ? [] : part.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/').Where(s => s is not ("" or ".")))
        {
            if (step != "..")
                folders.Add(step);
            else if (folders.Count > 0)
                folders.RemoveAt(folders.Count - 1);
        }
        return string.Join('/', folders);
    }

    private static string RelationshipsOf(string part) =>
        part.Length == 0 ? Root : $"{part[..(part.LastIndexOf('/') + 1)]}_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels";

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
