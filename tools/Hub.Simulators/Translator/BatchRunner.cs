using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Translator;

/// <summary>Translates the documents of a batch one after the other, from blob to blob.</summary>
public sealed class BatchRunner(Apertium apertium, TimeProvider time) : IDisposable
{
    private readonly HttpClient _blobs = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public async Task Run(TranslationBatch batch)
    {
        foreach (var document in batch.Documents)
        {
            document.Become(batch.Cancelled ? "Cancelled" : "Running", time.GetUtcNow());
            if (!batch.Cancelled)
                await One(document);
        }
    }

    public void Dispose() => _blobs.Dispose();

    private async Task One(BatchDocument document)
    {
        try
        {
            var characters = await Translate(document);
            document.Become("Succeeded", time.GetUtcNow(), characters: characters);
        }
        catch (TranslatorException error)
        {
            Fail(document, TranslatorErrors.Describe(error.Code, error.InnerCode, error.Message));
        }
        catch (HttpRequestException error)
        {
            Fail(document,
                TranslatorErrors.Describe("InvalidRequest", "InvalidDocumentAccessLevel", $"The storage did not answer: {error.Message}"));
        }
    }

    private void Fail(BatchDocument document, JsonObject error) => document.Become("Failed", time.GetUtcNow(), error);

    private async Task<int> Translate(BatchDocument document)
    {
        using var source = await _blobs.GetAsync(document.Source);
        if (!source.IsSuccessStatusCode)
            throw TranslatorException.Invalid("InvalidDocumentAccessLevel",
                $"Cannot read the source document: the storage answered {(int)source.StatusCode}.");
        var type = source.Content.Headers.ContentType?.MediaType;
        var text = Encoding.UTF8.GetString(await source.Content.ReadAsByteArrayAsync());
        await Write(document.Target, type!, await apertium.Translate(text, DocumentFormat.Of(type), document.From, document.To));
        return text.Length;
    }

    private async Task Write(Uri target, string type, string text)
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, target) { Content = new StringContent(text, Encoding.UTF8, type) };
        put.Headers.Add("x-ms-blob-type", "BlockBlob");
        put.Headers.Add("x-ms-version", "2021-12-02");
        put.Headers.IfNoneMatch.ParseAdd("*");
        using var answer = await _blobs.SendAsync(put);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
            throw TranslatorException.Invalid("TargetFileAlreadyExists", "The target document exists already.");
        if (!answer.IsSuccessStatusCode)
            throw TranslatorException.Invalid("InvalidTargetDocumentAccessLevel",
                $"Cannot write the target document: the storage answered {(int)answer.StatusCode}.");
    }
}
