using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>Upload sessions: an attachment of 3 MB to 150 MB, put in order in parts under 4 MB.</summary>
public sealed class UploadEndpoints(MailStore store, Throttle throttle, TimeProvider time)
{
    private const long LeastBytes = 3L * 1024 * 1024;
    private const long MostBytes = 150L * 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, UploadSession> _sessions = new();

    public void Map(IEndpointRouteBuilder users, IEndpointRouteBuilder uploads)
    {
        users.On("POST", "messages/{id}/attachments/createUploadSession", Open);
        uploads.On("PUT", "{session}", Put);
        uploads.On("GET", "{session}", http => Status(Find(http)));
        uploads.On("DELETE", "{session}", http =>
        {
            _sessions.TryRemove(Find(http).Id, out _);
            return Results.NoContent();
        });
    }

    private async Task<IResult> Open(HttpContext http)
    {
        var body = await http.Request.Body();
        var item = body.Parameter("AttachmentItem") as JsonObject;
        var (name, size) = (item?["name"]?.ToString(), item?["size"]?.GetValue<long>() ?? 0);
        if (string.IsNullOrEmpty(name) || size is < LeastBytes or > MostBytes)
            throw GraphException.BadRequest("ErrorInvalidArgument", "The attachment item wants a name and a size from 3 MB to 150 MB.");
        var message = store.Get(http.Mailbox(), http.Route("id"));
        var session = new UploadSession(
            Ids.New(""), http.Mailbox(), message.ImmutableId, name, item?["contentType"]?.ToString() ?? "application/octet-stream", size,
            time.GetUtcNow() + Life);
        _sessions[session.Id] = session;
        var answer = Describe(session);
        answer["uploadUrl"] = $"{http.Root()}/uploads/{session.Id}";
        return GraphRequest.Answer(answer, 201);
    }

    private async Task<IResult> Put(HttpContext http)
    {
        var session = Find(http);
        if (http.Request.Headers.Authorization.Count > 0)
            throw new GraphException(
                401, "InvalidAuthenticationToken", "An upload session's address is its own key: send no Authorization header.");
        Check(session, http.Request);
        throttle.Upload(session.Mailbox, http.Request.Body.Length);
        await http.Request.Body.CopyToAsync(session.Received);
        return session.Received.Length < session.Size ? Status(session) : Finish(http, session);
    }

    private static void Check(UploadSession session, HttpRequest request)
    {
        if (!ContentRangeHeaderValue.TryParse(request.Headers.ContentRange, out var range)
            || range is not { HasRange: true, HasLength: true })
            throw GraphException.BadRequest("InvalidContentRange", "The part has no Content-Range of the form 'bytes 0-99/1000'.");
        if (range.From != session.Received.Length || range.Length != session.Size || range.To - range.From + 1 != request.Body.Length)
            throw new GraphException(
                416, "InvalidRange", $"The part does not go on where the last one ended, at byte {session.Received.Length}.");
    }

    private IResult Finish(HttpContext http, UploadSession session)
    {
        var attachment = session.ToAttachment();
        store.Update(session.Mailbox, session.MessageId, m => m with { Attachments = [.. m.Attachments, attachment] });
        _sessions.TryRemove(session.Id, out _);
        http.Response.Headers.Location = $"{http.Root()}/users/{session.Mailbox}/messages/{session.MessageId}/attachments/{attachment.Id}";
        return Results.StatusCode(201);
    }

    private UploadSession Find(HttpContext http) =>
        _sessions.TryGetValue(http.Route("session"), out var session) && session.Expires > time.GetUtcNow()
            ? session
            : throw new GraphException(404, "itemNotFound", "The upload session was not found; open a new one.");

    private static IResult Status(UploadSession session) => GraphRequest.Answer(Describe(session));

    private static JsonObject Describe(UploadSession session) => new()
    {
        ["expirationDateTime"] = Dates.Utc(session.Expires),
        ["nextExpectedRanges"] = new JsonArray(JsonValue.Create($"{session.Received.Length}-")),
    };
}
