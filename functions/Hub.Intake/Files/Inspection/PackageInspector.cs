using System.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>
/// Looks into the packages of Office and OpenDocument: what kind they are, and whether anything in them runs, fetches or hides. Names of
/// parts say little: what leads to a part, and what is in it, says more.
/// </summary>
internal static class PackageInspector
{
    private const string Odt = "application/vnd.oasis.opendocument.text";
    private const string Manifest = "META-INF/manifest.xml";
    private const int Head = 512;
    private static readonly string[] ActiveParts = ["vbaproject", "vbadata", "activex", "macrosheets", "oleobject", "externallinks/"];
    private static readonly string[] ActiveFolders = ["basic/", "scripts/", "object "];

    // Relationships of ECMA-376 part 1 §15 and of Microsoft's extensions to what runs, is embedded or is fetched.
    private static readonly HashSet<string> ActiveRelationships = new(StringComparer.OrdinalIgnoreCase)
    {
        "vbaProject", "vbaProjectSignature", "wordVbaData", "oleObject", "control", "activeXControlBinary", "aFChunk", "attachedTemplate",
        "externalLink", "externalLinkPath", "subDocument", "frame", "keyMapCustomizations", "attachedToolbars", "xlMacrosheet",
        "xlIntlMacrosheet", "dialogsheet", "mailMergeSource", "mailMergeHeaderSource", "connections", "queryTable", "extensibility",
    };

    /// <summary>The kind; throws where the file must not be taken.</summary>
    public static DocumentKind Check(Stream content, int depth)
    {
        var items = ZipDirectory.Read(content);
        var budget = new UnpackingBudget(content.Length);
        var kind = KindOf(items, content, budget);
        if (items.Any(i => IsActive(i.Name.ToLowerInvariant(), kind)))
            throw new RefusedFileException(ProblemCode.F11);
        // What is locked says so there, and looks damaged elsewhere.
        foreach (var item in items.OrderBy(i => i.Name != Manifest))
            Check(item, content, budget, depth);
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

    private static void Check(ZipItem item, Stream content, UnpackingBudget budget, int depth)
    {
        using var stream = item.Open(content, budget);
        var head = budget.Drain(stream, Head);
        if (item.Name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
            CheckEmbedded(item, content, budget, depth);
        else if (IsXml(item.Name, head))
            CheckXml(item, content, budget);
        else if (Signatures.IsProgram(head))
            throw new RefusedFileException(ProblemCode.F12);
    }

    // A chart brings its figures as a workbook, which is looked at as if it had come by itself; any other object is opened by a click.
    private static void CheckEmbedded(ZipItem item, Stream content, UnpackingBudget budget, int depth)
    {
        using var stream = item.Open(content, budget);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        if (depth > 0 || Inspector.Inspect(copy, depth + 1) is not { Refused: null, Kind: DocumentKind.Xlsx or DocumentKind.Docx })
            throw new RefusedFileException(ProblemCode.F11);
    }

    // UTF-16 begins with a mark.
    private static bool IsXml(string name, ReadOnlySpan<byte> head) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || head.TrimStart("\u00EF\u00BB\u00BF \r\n\t"u8) is [(byte)'<', ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static void CheckXml(ZipItem item, Stream content, UnpackingBudget budget)
    {
        var fields = new FieldInspector();
        var isOfChart = item.Name.Contains("/charts/_rels/", StringComparison.OrdinalIgnoreCase);
        using var stream = item.Open(content, budget);
        SafeXml.Walk(stream, element =>
        {
            switch (element.LocalName)
            {
                case "encryption-data" or "EncryptedData":
                    throw new RefusedFileException(ProblemCode.F13);
                case "event-listener" or "script" or "ddeLink" or "dde-source" or "object-ole" or "altChunk":
                    throw new RefusedFileException(ProblemCode.F11);
                case "Relationship" when IsActive(OfficeRelationship.Of(element), isOfChart):
                    throw new RefusedFileException(ProblemCode.F11);
                default:
                    fields.Take(element);
                    break;
            }
        });
        fields.End();
    }

    // A link waits for a click; everything else outside is fetched when the document is opened.
    private static bool IsActive(OfficeRelationship relationship, bool isOfChart) =>
        (relationship.IsExternal && relationship.Type != "hyperlink") || ActiveRelationships.Contains(relationship.Type)
        || (relationship.Type == "package" && !isOfChart);
}
