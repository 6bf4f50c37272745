using System.Text.Json;
using System.Xml;
using Hub.Intake.Files.Pdf;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>What a file was found to be.</summary>
/// <param name="Kind">Its kind; null where that is none the hub takes.</param>
/// <param name="Refused">Why it is not taken; null where it is.</param>
public sealed record Finding(DocumentKind? Kind, ProblemCode? Refused);

/// <summary>
/// Tells from a file's bytes what it is and whether it is safe to hand to a person. Reads in pieces, and never runs or fetches anything.
/// </summary>
public static class Inspector
{
    /// <summary>Bytes at the start that tell a file's kind.</summary>
    internal const int HeadLength = 4096;

    /// <summary>Looks at a file under the name its sender gave it.</summary>
    public static Finding Inspect(string name, Stream content)
    {
        var finding = Inspect(content, depth: 0);
        // What is nothing at all under the name of a document was one, and was damaged on the way.
        if (finding is { Kind: null or DocumentKind.Txt, Refused: ProblemCode.F10 }
            && FileName.SaysDocument(name) && !Signatures.IsOle(content))
            return finding with { Refused = ProblemCode.F18 };
        return finding.Refused is null && !FileName.IsPlain(name) ? finding with { Refused = ProblemCode.F17 } : finding;
    }

    /// <summary>Looks at bytes that can be read again from any place.</summary>
    internal static Finding Inspect(Stream content, int depth)
    {
        DocumentKind? kind = null;
        try
        {
            var head = Bytes.Head(content, HeadLength);
            kind = Signatures.KindOf(head) ?? throw new RefusedFileException(Signatures.WhyNot(head, content));
            kind = Read(kind.Value, content, depth);
            SecondNature.Check(kind.Value, head, content);
            return new(kind, null);
        }
        catch (RefusedFileException e)
        {
            return new(kind, e.Code);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or XmlException or JsonException)
        {
            return new(kind, ProblemCode.F18);
        }
    }

    // A package tells only inside whether it is a text or a table, a text whether it is a mail.
    private static DocumentKind Read(DocumentKind kind, Stream content, int depth)
    {
        content.Position = 0;
        switch (kind)
        {
            case DocumentKind.Pdf:
                PdfInspector.Check(content);
                return kind;
            case DocumentKind.Docx or DocumentKind.Xlsx or DocumentKind.Odt:
                return PackageInspector.Check(content, depth);
            case DocumentKind.Png:
                PngInspector.Check(content);
                return kind;
            case DocumentKind.Jpeg:
                JpegInspector.Check(content);
                return kind;
            case DocumentKind.Tiff:
                TiffInspector.Check(content);
                return kind;
            case DocumentKind.Txt or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml:
                return TextInspector.Check(content, depth);
            default:
                throw new NotSupportedException($"{kind}");
        }
    }
}
