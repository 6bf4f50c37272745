using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Store;
using Hub.Simulators.Mailbox.Transport;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>Messages: drafts, reading, changing, moving, sending.</summary>
public sealed class MessageEndpoints(MailStore store, Drafting drafting, Post post, TimeProvider time, Throttle throttle)
{
    public void Map(IEndpointRouteBuilder users)
    {
        users.On("POST", "messages", Create);
        users.On("POST", "mailFolders/{folder}/messages", Create);
        users.On("GET", "messages", List);
        users.On("GET", "mailFolders/{folder}/messages", List);
        users.On("GET", "messages/{id}", Read);
        users.On("GET", "messages/{id}/$value", http => Original(Message(http)));
        users.On("PATCH", "messages/{id}", Patch);
        users.On("DELETE", "messages/{id}", Delete);
        users.On("POST", "messages/{id}/createReply", CreateReply);
        users.On("POST", "messages/{id}/send", Send);
        users.On("POST", "messages/{id}/move", Move);
        users.On("POST", "sendMail", SendMail);
    }

    private MailMessage Message(HttpContext http) => store.Get(http.Mailbox(), http.Route("id"));

    private async Task<IResult> Create(HttpContext http)
    {
        var mailbox = http.Mailbox();
        var folder = store.Folder(mailbox, http.GetRouteValue("folder") as string ?? MailFolder.Drafts).Id;
        var body = await http.Request.Body();
        return Shown(http, store.Add(mailbox, folder, drafting.New(mailbox, body), Attachments(body)), 201);
    }

    private IResult CreateReply(HttpContext http)
    {
        var (mailbox, answered) = (http.Mailbox(), Message(http));
        return Shown(http, store.Add(mailbox, MailFolder.Drafts, Replying.To(answered, drafting.New(mailbox, []))), 201);
    }

    private static IResult Original(MailMessage message) => message[Mime.Bytes] is { } bytes
        ? Results.Bytes(Convert.FromBase64String(bytes), "text/plain")
        : Results.Text(Mime.Write(message), "text/plain");

    private IResult Read(HttpContext http) => Shown(http, Message(http), 200);

    private IResult List(HttpContext http)
    {
        var query = MessageQuery.Of(http.Request);
        var mailbox = http.Mailbox();
        var folder = http.GetRouteValue("folder") is string name ? store.Folder(mailbox, name).Id : null;
        var found = query.Apply(store.List(mailbox, folder).Where(Visible));
        var page = found.Skip(query.Skip).Take(query.Top)
            .Select(JsonNode? (m) => MessageShape.Show(m, query, http.Request.WantsImmutableIds()));
        var next = query.Skip + query.Top;
        return GraphRequest.Page(
            http, page,
            ("@odata.count", query.Count ? found.Count : null),
            ("@odata.nextLink", next < found.Count ? http.Link("$skip", $"{next}") : null));
    }

    private bool Visible(MailMessage message) =>
        message.FolderId != MailFolder.SentItems || throttle.Limits.SentItemsDelayMs == 0
        || message.When("sentDateTime") + TimeSpan.FromMilliseconds(throttle.Limits.SentItemsDelayMs) <= time.GetUtcNow();

    private async Task<IResult> Patch(HttpContext http)
    {
        var body = await http.Request.Body();
        return Shown(http, store.Update(http.Mailbox(), http.Route("id"), m => drafting.Patch(m, body)), 200);
    }

    private IResult Delete(HttpContext http)
    {
        store.Remove(http.Mailbox(), http.Route("id"));
        return Results.NoContent();
    }

    private IResult Send(HttpContext http)
    {
        post.SendDraft(http.Mailbox(), http.Route("id"));
        return Results.StatusCode(202);
    }

    private async Task<IResult> Move(HttpContext http)
    {
        var target = (await http.Request.Body()).Parameter("destinationId")?.ToString() ?? "";
        var folder = store.Folder(http.Mailbox(), target).Id;
        return Shown(http, store.Update(
            http.Mailbox(), http.Route("id"), m => m with { FolderId = folder, MutableId = Ids.New("AAMkAD") }), 201);
    }

    private async Task<IResult> SendMail(HttpContext http)
    {
        var mailbox = http.Mailbox();
        var body = await http.Request.Body();
        var message = body.Parameter("message") as JsonObject
            ?? throw GraphException.BadRequest("ErrorInvalidArgument", "The request has no message.");
        var keep = body.Parameter("saveToSentItems")?.ToString() != "false";
        var draft = new MailMessage(mailbox, Ids.New("AAkALg"), Ids.New("AAMkAD"), MailFolder.Drafts, drafting.New(mailbox, message));
        post.SendNew(draft with { Attachments = Attachments(message) }, keep);
        return Results.StatusCode(202);
    }

    private static List<MailAttachment> Attachments(JsonObject body) =>
        [.. Drafting.Attachments(body).OfType<JsonObject>().Select(MailAttachment.FromJson)];

    private static IResult Shown(HttpContext http, MailMessage message, int status)
    {
        var shown = MessageShape.Show(message, MessageQuery.Of(http.Request), http.Request.WantsImmutableIds());
        return GraphRequest.Answer(shown, status);
    }
}
