using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>Batches: started, followed, cancelled.</summary>
public sealed class BatchEndpoints(BatchRunner runner, Apertium apertium, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TranslationBatch> _batches = new();

    public void Map(IEndpointRouteBuilder translator)
    {
        translator.On("POST", "document/batches", Start);
        translator.On("GET", "document/batches/{id}", http => Answer(Find(http).ToJson(time.GetUtcNow())));
        translator.On("DELETE", "document/batches/{id}", Cancel);
        translator.On("GET", "document/batches/{id}/documents", Documents);
        translator.On("GET", "document/batches/{id}/documents/{document}", Document);
    }

    private async Task<IResult> Start(HttpContext http)
    {
        ApiVersion.Check(http.Request);
        var documents = BatchRequest.Read(await JsonNode.ParseAsync(http.Request.Body), time.GetUtcNow());
        foreach (var document in documents)
            await apertium.Check(document.From, document.To);
        var batch = new TranslationBatch(Guid.NewGuid().ToString(), time.GetUtcNow(), documents);
        _batches[batch.Id] = batch;
        _ = Task.Run(() => runner.Run(batch));
        http.Response.Headers["Operation-Location"] =
            $"{http.Request.Scheme}://{http.Request.Host}/translator/document/batches/{batch.Id}?api-version={ApiVersion.Current}";
        return Results.StatusCode(202);
    }

    private IResult Cancel(HttpContext http)
    {
        var batch = Find(http);
        batch.Cancelled = true;
        return Answer(batch.ToJson(time.GetUtcNow()));
    }

    private IResult Documents(HttpContext http) =>
        Answer(new JsonObject { ["value"] = new JsonArray([.. Find(http).Documents.Select(JsonNode? (d) => d.ToJson())]) });

    private IResult Document(HttpContext http) =>
        Answer((Find(http).Documents.FirstOrDefault(d => d.Id == (string?)http.GetRouteValue("document")) ?? throw NotFound()).ToJson());

    private TranslationBatch Find(HttpContext http)
    {
        ApiVersion.Check(http.Request);
        return _batches.TryGetValue((string)http.GetRouteValue("id")!, out var batch) ? batch : throw NotFound();
    }

    private static TranslatorException NotFound() =>
        new(404, "ResourceNotFound", "ResourceNotFound", "There is no such batch or document.");

    private static IResult Answer(JsonObject json) => Results.Text(json.ToJsonString(Json.Web), "application/json");
}
