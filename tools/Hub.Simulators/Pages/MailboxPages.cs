using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Pages;

/// <summary>The mailbox's pages: mailboxes, their folders and messages.</summary>
public sealed class MailboxPages(MailStore store)
{
    private const int MostShown = 200;

    public void Map(WebApplication app)
    {
        app.On("GET", "/", _ => Start());
        app.On("GET", "/view/{mailbox}", http => Mailbox(Route(http, "mailbox")));
        app.On("GET", "/view/{mailbox}/{id}", http => Guarded(() => Message(Find(http))));
        app.On("GET", "/view/{mailbox}/{id}/{attachment}", http => Guarded(() => Download(Find(http), Route(http, "attachment"))));
    }

    private IResult Start()
    {
        var mailboxes = store.Read(state => state.Messages.Where(m => m.Value.Count > 0).Select(m => (m.Key, m.Value.Count))
            .OrderBy(m => m.Key, StringComparer.Ordinal).ToArray());
        return Html.Page("Mailboxes", $"<p>{Html.Link("/write", "Write a mail to a mailbox")}</p>" + Html.List(
            mailboxes.Select(m => $"{Html.Link(Path(m.Key), m.Key)} <small>messages: {m.Count}</small>"),
                "No mailbox holds a message yet. Write one to notices@hub.example, where a hub on this machine reads: from any address, "
                    + "or from one that got a mail."));
    }

    private IResult Mailbox(string mailbox)
    {
        var folders = store.Folders(mailbox).Select(f => (f.DisplayName, Messages: store.List(mailbox, f.Id)))
            .Where(f => f.Messages.Count > 0);
        return Html.Page(mailbox,
            $"<p>{Html.Link($"/write?to={Uri.EscapeDataString(mailbox)}", "Write to this mailbox")}</p>" + string.Concat(
                folders.Select(f => $"<h2>{Html.Text(f.DisplayName)} <small>{f.Messages.Count}</small></h2>" + Html.List(
                    f.Messages.OrderByDescending(m => m.Change).Take(MostShown).Select(Line), ""))));
    }

    private static string Line(MailMessage message)
    {
        var files = message.Attachments.Count > 0 ? $", {message.Attachments.Count} attached" : "";
        return $"{Html.Link(Path(message.Mailbox, message.ImmutableId), message.Subject.Length > 0 ? message.Subject : "(no subject)")}<br>"
            + $"<small>{Html.Text(message.Sender)} to {Html.Text(string.Join(", ", message.Recipients))}, "
            + $"{message.When("receivedDateTime"):u}{files}</small>";
    }

    private static IResult Message(MailMessage message)
    {
        var headers = (message.Properties["internetMessageHeaders"] as JsonArray ?? [])
            .Select(h => (h!["name"]!.ToString(), h["value"]?.ToString()));
        var properties = (message.Properties["singleValueExtendedProperties"] as JsonArray ?? [])
            .Select(p => (p!["id"]!.ToString(), p["value"]?.ToString()));
        return Html.Page(message.Subject.Length > 0 ? message.Subject : "(no subject)", $"""
            {Html.Facts(
                ("From", message.Sender), ("To", string.Join(", ", message.Addresses("toRecipients"))),
                    ("Cc", string.Join(", ", message.Addresses("ccRecipients"))),
                ("Sent", $"{message.When("sentDateTime"):u}"), ("State", message.IsDraft ? "draft" : message.FolderId))}
            <p>{Html.Link(ReplyTo(message), "Reply")}</p>
            {Body(message)}
            <h2>Attachments</h2>
            {Html.List(message.Attachments.Select(a => File(message, a)), "None.")}
            <h2>Headers and extended properties</h2>
            {Html.Facts([("Message-ID", message.Text("internetMessageId")), .. headers, .. properties])}
            """);
    }

    // As whom it was sent to, to whoever sent it.
    private static string ReplyTo(MailMessage message) => "/write?" + string.Join('&', new (string Name, string? Value)[]
    {
        ("to", message.Sender), ("from", message.Recipients is [var first, ..] ? first : null), ("subject", $"Re: {message.Subject}"),
        ("headers", $"In-Reply-To: {message.Text("internetMessageId")}"),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    // A mail's HTML is a stranger's: the sandbox lets nothing of it run or reach out.
    private static string Body(MailMessage message)
    {
        var content = message.Properties["body"]?["content"]?.ToString();
        var html = string.Equals(message.Properties["body"]?["contentType"]?.ToString(), "html", StringComparison.OrdinalIgnoreCase);
        return html ? $"<iframe sandbox title=\"Body\" srcdoc=\"{Html.Text(content)}\"></iframe>" : $"<pre>{Html.Text(content)}</pre>";
    }

    private static string File(MailMessage message, MailAttachment file) =>
        Html.Link(Path(message.Mailbox, message.ImmutableId, file.Id), $"{file.Name} ({file.Content.Length} bytes)");

    private static IResult Download(MailMessage message, string id) => message.Attachments.FirstOrDefault(a => a.Id == id) is { } attachment
        ? Results.File(attachment.Content, "application/octet-stream", attachment.Name)
        : throw GraphException.NoItem();

    private static IResult Guarded(Func<IResult> show)
    {
        try
        {
            return show();
        }
        catch (GraphException)
        {
            return Results.NotFound("There is no such message; it may have been moved or deleted.");
        }
    }

    private MailMessage Find(HttpContext http) => store.Get(Route(http, "mailbox"), Route(http, "id"));

    private static string Route(HttpContext http, string name) => (string)http.GetRouteValue(name)!;

    private static string Path(params string[] parts) => "/view/" + string.Join('/', parts.Select(Uri.EscapeDataString));
}
