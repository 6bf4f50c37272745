using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>Attachments of a message, under 3 MB in one request.</summary>
public sealed class AttachmentEndpoints(MailStore store)
{
    private const int MostBytes = 3 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder users)
    {
        users.On("GET", "messages/{id}/attachments", List);
        users.On("POST", "messages/{id}/attachments", Add);
        users.On("GET", "messages/{id}/attachments/{attachment}", http => GraphRequest.Answer(Find(http).ToJson()));
        users.On("GET", "messages/{id}/attachments/{attachment}/$value", http => Results.Bytes(Find(http).Content, Find(http).ContentType));
        users.On("DELETE", "messages/{id}/attachments/{attachment}", Remove);
    }

    private IResult List(HttpContext http) => GraphRequest.Page(
        http, store.Get(http.Mailbox(), http.Route("id")).Attachments.Select(JsonNode? (a) => a.ToJson()));

    private async Task<IResult> Add(HttpContext http)
    {
        var attachment = MailAttachment.FromJson(await http.Request.Body());
        if (attachment.Content.Length >= MostBytes)
            throw new GraphException(413, "RequestEntityTooLarge", "An attachment of 3 MB or more needs an upload session.");
        store.Update(http.Mailbox(), http.Route("id"), m => m with { Attachments = [.. m.Attachments, attachment] });
        return GraphRequest.Answer(attachment.ToJson(), 201);
    }

    private IResult Remove(HttpContext http)
    {
        var attachment = Find(http);
        store.Update(http.Mailbox(), http.Route("id"), m => m with { Attachments = [.. m.Attachments.Where(a => a.Id != attachment.Id)] });
        return Results.NoContent();
    }

    private MailAttachment Find(HttpContext http) =>
        store.Get(http.Mailbox(), http.Route("id")).Attachments.FirstOrDefault(a => a.Id == http.Route("attachment"))
        ?? throw GraphException.NoItem();
}
