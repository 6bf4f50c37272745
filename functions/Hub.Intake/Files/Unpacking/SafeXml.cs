using System.Text;
using System.Xml;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Unpacking;

/// <summary>XML of others, read without what can do harm: no document types, no entities, nothing fetched.</summary>
internal static class SafeXml
{
    private const long MostCharacters = 64L * 1024 * 1024;
    private const int MostDepth = 512;

    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A reader.</summary>
    public static XmlReader Open(Stream content) => XmlReader.Create(content, new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true,
        IgnoreProcessingInstructions = true, CloseInput = true,
    });

    /// <summary>Walks through every element.</summary>
    public static void Walk(Stream content, Action<XmlReader> element)
    {
        using var reader = Open(content);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > MostDepth)
                    throw new RefusedFileException(ProblemCode.F15);
                if (reader.NodeType == XmlNodeType.Element)
                    element(reader);
            }
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new RefusedFileException(ProblemCode.F15);
        }
        catch (XmlException e) when (e.Message.Contains("MaxCharacters", StringComparison.Ordinal))
        {
            throw new RefusedFileException(ProblemCode.F15);
        }
    }
}
