using System.Text;
using System.Xml;
using Hub.Core.Forms;

namespace Hub.Core.Documents.Inspection;

/// <summary>
/// Looks into the packages of Office and OpenDocument: what kind they are, and whether anything in them runs, fetches or hides.
/// </summary>
internal static class PackageInspector
{
    private const string Odt = "application/vnd.oasis.opendocument.text";
    private static readonly string[] ActiveParts =
    [
        "vbaproject", "vbadata", "activex", "/embeddings/", "macrosheets", "oleobject", "externallinks/",
    ];
    private static readonly string[] ActiveFolders = ["basic/", "scripts/", "object "];

    /// <summary>The kind; throws where the file must not be taken.</summary>
    public static DocumentKind Check(Stream content)
    {
        var items = ZipDirectory.Read(content);
        var budget = new UnpackingBudget(content.Length);
        var kind = KindOf(items, content, budget);
        if (items.Any(i => IsActive(i.Name.ToLowerInvariant(), kind)))
            throw new RefusedFileException(ProblemCode.F11);
        foreach (var item in items)
            Check(item, content, budget);
        return kind;
    }

    private static bool IsActive(string name, DocumentKind kind) => kind == DocumentKind.Odt
        ? ActiveFolders.Any(f => name.StartsWith(f, StringComparison.Ordinal))
        : ActiveParts.Any(p => name.Contains(p, StringComparison.Ordinal));

    private static DocumentKind KindOf(IReadOnlyList<ZipItem> items, Stream content, UnpackingBudget budget)
    {
        if (items.FirstOrDefault(i => i.Name == "[Content_Types].xml") is { } types)
            return OfficeKind(types, content, budget);
        if (items is [{ Name: "mimetype", Length: < 200 } first, ..])
        {
            using var stream = first.Open(content, budget);
            var type = Encoding.ASCII.GetString(budget.Drain(stream, 200)).Trim();
            if (type == Odt)
                return DocumentKind.Odt;
            if (type.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal))
                throw new RefusedFileException(ProblemCode.F10);
        }
        throw new RefusedFileException(ProblemCode.F14);
    }

    private static DocumentKind OfficeKind(ZipItem types, Stream content, UnpackingBudget budget)
    {
        DocumentKind? kind = null;
        var active = false;
        using var stream = types.Open(content, budget);
        SafeXml.Walk(stream, element =>
        {
            var type = element.GetAttribute("ContentType") ?? "";
            active |= type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)
                || type.Contains("oleObject", StringComparison.OrdinalIgnoreCase);
            kind ??= type.EndsWith("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? DocumentKind.Docx
                : type.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) ? DocumentKind.Xlsx
                : null;
        });
        return active ? throw new RefusedFileException(ProblemCode.F11) : kind ?? throw new RefusedFileException(ProblemCode.F10);
    }

    private static void Check(ZipItem item, Stream content, UnpackingBudget budget)
    {
        using var stream = item.Open(content, budget);
        if (item.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || item.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            CheckXml(stream);
        else if (Signatures.IsProgram(budget.Drain(stream, 16)))
            throw new RefusedFileException(ProblemCode.F12);
    }

    private static void CheckXml(Stream stream)
    {
        var fields = new StringBuilder();
        SafeXml.Walk(stream, element =>
        {
            switch (element.LocalName)
            {
                case "encryption-data":
                    throw new RefusedFileException(ProblemCode.F13);
                case "event-listener" or "script" or "ddeLink" or "dde-source" or "object-ole":
                    throw new RefusedFileException(ProblemCode.F11);
                case "Relationship" when FetchesByItself(element):
                    throw new RefusedFileException(ProblemCode.F11);
                case "fldSimple":
                    fields.Append(element.GetAttribute("instr", element.NamespaceURI)).Append(' ');
                    break;
                case "instrText":
                    Append(fields, element);
                    break;
                default:
                    break;
            }
        });
        // A field that starts a program may be cut into many runs.
        if (fields.ToString().Contains("DDE", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFileException(ProblemCode.F11);
    }

    private static void Append(StringBuilder fields, XmlReader element)
    {
        if (!element.IsEmptyElement && element.Read() && element.NodeType == XmlNodeType.Text && fields.Length < 1_000_000)
            fields.Append(element.Value);
    }

    // A link waits for a click; everything else outside is fetched when the document is opened.
    private static bool FetchesByItself(XmlReader relationship) =>
        relationship.GetAttribute("TargetMode") == "External"
        && relationship.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true;
}
