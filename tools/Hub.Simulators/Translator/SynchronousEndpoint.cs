using System.Text;
using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>One document in, its translation out.</summary>
public sealed class SynchronousEndpoint(Apertium apertium)
{
    private const long MostBytes = 10L * 1024 * 1024;

    public void Map(IEndpointRouteBuilder translator) => translator.On("POST", "document:translate", Translate);

    private async Task<IResult> Translate(HttpContext http)
    {
        ApiVersion.Check(http.Request);
        var (from, to) = (http.Request.Query["sourceLanguage"].ToString(), http.Request.Query["targetLanguage"].ToString());
        if (from.Length == 0)
            throw TranslatorException.NotSimulated("detecting the source language; give sourceLanguage");
        var document = await Document(http.Request);
        var format = DocumentFormat.Of(document.ContentType);
        var glossary = await GlossaryTerms.Read((await http.Request.ReadFormAsync()).Files.GetFile("glossary"));
        using var reader = new StreamReader(document.OpenReadStream(), Encoding.UTF8);
        var marked = glossary.Mark(await reader.ReadToEndAsync());
        var translated = glossary.Put(await apertium.Translate(marked, format, from, to));
        return Results.Bytes(Encoding.UTF8.GetBytes(translated), document.ContentType, document.FileName);
    }

    private static async Task<IFormFile> Document(HttpRequest request)
    {
        if (!request.HasFormContentType)
            throw TranslatorException.Invalid("InvalidContentType", "The request is not multipart/form-data.");
        var files = (await request.ReadFormAsync()).Files;
        var document = files.GetFile("document")
            ?? throw TranslatorException.Invalid("InvalidDocument", "The request has no part 'document'.");
        return document.Length <= MostBytes
            ? document
            : throw TranslatorException.Invalid("MaxDocumentSizeExceeded",
                $"The document has {document.Length} bytes; {MostBytes} are the most.");
    }
}
