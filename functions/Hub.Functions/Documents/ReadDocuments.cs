using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Intake.Translation;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Documents;

/// <summary>Shows the documents of notices: a State its own, the Secretariat all, and it alone what lies in quarantine.</summary>
public sealed class ReadDocuments(DocumentAccess access, IFileStore files, IDocumentWorkStore works)
{
    /// <summary>GET /api/notices/{id}/documents.</summary>
    [Function("ListDocuments")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices/{id}/documents")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await access.Notice(request.Caller(), id, cancel);
        var work = (await works.Of(id, cancel)).ToLookup(w => w.N);
        return Responses.Items(notice.Files.Select((f, i) => DocumentView.Of(f, i + 1, [.. work[i + 1]])));
    }

    /// <summary>GET /api/notices/{id}/documents/{n}.</summary>
    [Function("GetDocument")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices/{id}/documents/{n}")] HttpRequest request,
        string id, string n, CancellationToken cancel)
    {
        var caller = request.Caller();
        var notice = await access.Notice(caller, id, cancel);
        var file = DocumentAccess.Numbered(notice, n);
        var quarantine = new QueryText(request).Only("quarantine").Flag("quarantine");
        if (quarantine && caller.Kind != CallerKind.Secretariat)
            throw new ApiException(403, "Not for this key", "What lies in quarantine is for the Secretariat alone.");
        if (!quarantine || file is { AwaitsScan: true } or { Refused: null, Kind: not null })
            return await DocumentAccess.Open(files, notice, n, cancel);
        var content = await files.Open(file.StoredIn(), file.Blob, cancel) ?? throw DocumentAccess.Unknown();
        return new FileResponse(content, "application/octet-stream", $"quarantine-{n}-{notice.Id}.bin", file.Sha256);
    }
}
