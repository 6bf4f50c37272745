using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>Mail folders: listed, read, created.</summary>
public sealed class FolderEndpoints(MailStore store)
{
    public void Map(IEndpointRouteBuilder users)
    {
        users.On("GET", "mailFolders", http => List(http));
        users.On("POST", "mailFolders", Create);
        users.On("GET", "mailFolders/{folder}", Read);
    }

    private IResult List(HttpContext http) =>
        GraphRequest.Page(http, store.Folders(http.Mailbox()).Select(JsonNode? (f) => Show(http, f)));

    private IResult Read(HttpContext http) => GraphRequest.Answer(Show(http, store.Folder(http.Mailbox(), http.Route("folder"))));

    private async Task<IResult> Create(HttpContext http)
    {
        var name = (await http.Request.Body())["displayName"]?.ToString();
        if (string.IsNullOrWhiteSpace(name))
            throw GraphException.BadRequest("ErrorInvalidArgument", "The folder has no displayName.");
        return GraphRequest.Answer(Show(http, store.AddFolder(http.Mailbox(), name)), 201);
    }

    private JsonObject Show(HttpContext http, MailFolder folder)
    {
        var messages = store.List(http.Mailbox(), folder.Id);
        return folder.ToJson(messages.Count, messages.Count(m => m["isRead"] == "false"));
    }
}
