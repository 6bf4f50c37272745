using Hub.Functions.Access;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>How an authority is reached, and what it wants, changes.</summary>
public sealed class OfficeChangePages(OfficeForms forms, OfficeAccess own)
{
    /// <summary>GET /office/records/{id}/change.</summary>
    [Function("ShowOfficeChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/records/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel) => await forms.Open(request, await Form(request, id, cancel), cancel);

    /// <summary>POST /office/records/{id}/change.</summary>
    [Function("SendOfficeChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/records/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel) => await forms.Turn(request, await Form(request, id, cancel), cancel);

    private async Task<OfficeForm> Form(HttpRequest request, string id, CancellationToken cancel)
    {
        var (record, office) = await own.Record(request, id, cancel);
        return new(
            office, $"/office/records/{record.Id}/change",
            EditorValues.Empty.With("state", record.State().Value).With("task", NoticeKind.ChangeOfContact.Code()).With("recordId", record.Id),
            record);
    }
}
