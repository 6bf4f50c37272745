using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Documents;

/// <summary>Translations of documents: those of the machine to read, those of people to read and to bring.</summary>
public sealed class Translations(DocumentAccess access, HumanTranslations human, IFileStore files, IDocumentWorkStore works)
{
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>GET /api/notices/{id}/documents/{n}/{language}.</summary>
    [Function("GetTranslation")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices/{id}/documents/{n}/{language}")] HttpRequest request,
        string id, string n, string language, CancellationToken cancel)
    {
        var notice = await access.Notice(request.Caller(), id, cancel);
        var (file, into) = (DocumentAccess.Numbered(notice, n), DocumentAccess.Named(language));
        return await works.Find($"{id}/{n}/{into.Code()}", cancel) switch
        {
            { Record: { } record } => new FileResponse(
                await files.Open(Place.Documents, record.Blob, cancel) ?? throw DocumentAccess.Unknown(),
                record.Kind == DocumentKind.Txt ? "text/plain; charset=utf-8" : record.Kind.MediaType(),
                FileName.ToSave($"{Path.GetFileNameWithoutExtension(file.Name)}.{into.Code()}", record.Kind), record.Sha256),
            { State: WorkState.Waiting } => throw new ApiException(409, "Not yet", "The translation is being made; try again in a minute."),
            { Reason: var why } => throw new ApiException(
                409, "No translation", $"The hub could not make it: {why}. The Secretariat can bring one."),
            null => throw new ApiException(
                404, "No such translation", "None was ordered; the list of documents says in which language this one is."),
        };
    }

    /// <summary>PUT /api/notices/{id}/documents/{n}/{language}: a translation that a person made, as the body.</summary>
    [Function("PutTranslation")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/notices/{id}/documents/{n}/{language}")] HttpRequest request,
        string id, string n, string language, CancellationToken cancel)
    {
        var caller = request.Caller();
        var notice = await access.Notice(caller, id, cancel);
        var (_, into) = (DocumentAccess.Numbered(notice, n), DocumentAccess.Named(language));
        var bytes = await RequestBody.ReadAll(request.Body, MostBytes, cancel);
        var sent = new SubmittedFile("translation", request.ContentType ?? "", bytes);
        var number = int.Parse(n, System.Globalization.CultureInfo.InvariantCulture);
        return await human.Put(notice, number, into, caller, sent, cancel) is { } problem
            ? Responses.Problem(422, "The translation cannot be accepted", "Nothing was kept.", [problem], request.PreferredLanguage())
            : Responses.Json(DocumentView.Of((await works.Find($"{id}/{n}/{into.Code()}", cancel))!));
    }
}
