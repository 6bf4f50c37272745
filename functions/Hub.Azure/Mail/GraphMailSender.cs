using Hub.Core.Channels;
using Hub.Core.Channels.Mail;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Hub.Azure.Mail;

/// <summary>
/// Sends through Microsoft Graph, once: a draft that carries the mail's id is made first and then sent. After a doubtful try the mailbox is
/// asked for that id before anything is made again; an immutable id and Exchange itself see to it that a draft is sent once (I4).
/// </summary>
public sealed class GraphMailSender(GraphServiceClient graph) : IMailSender
{
    private const string Header = "x-hub-message-id";

    // A named property in a property set of the hub's own, so that the mailbox can be searched by it.
    private const string IdProperty = "String {7e1d3a52-90c4-4f0e-8a53-2b6c1d9e4f70} Name HubMessageId";

    /// <inheritdoc/>
    public async Task<Step.Failed?> Send(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        try
        {
            var found = inDoubt ? await Find(mailbox, message.Id, cancel) : null;
            if (found is { IsDraft: false })
                return null;
            var draft = found?.Id ?? await Draft(mailbox, message, cancel);
            await graph.Users[mailbox].Messages[draft].Send.PostAsync(cancellationToken: cancel);
            return null;
        }
        catch (Exception e) when (GraphFailure.Of(e, cancel) is { } failed)
        {
            return failed;
        }
    }

    private async Task<Message?> Find(string mailbox, string id, CancellationToken cancel)
    {
        var found = await graph.Users[mailbox].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{IdProperty}' and ep/value eq '{Quoted(id)}')";
                request.QueryParameters.Select = ["id", "isDraft"];
                Immutable(request.Headers);
            },
            cancel);
        return found?.Value?.OrderBy(m => m.IsDraft).FirstOrDefault();
    }

    private async Task<string> Draft(string mailbox, MailMessage message, CancellationToken cancel)
    {
        var draft = await graph.Users[mailbox].Messages.PostAsync(
            new()
            {
                Subject = message.Subject,
                Body = new() { ContentType = BodyType.Html, Content = message.Html },
                ToRecipients = [new() { EmailAddress = new() { Address = message.To } }],
                InternetMessageHeaders = [new() { Name = Header, Value = message.Id }],
                SingleValueExtendedProperties = [new() { Id = IdProperty, Value = message.Id }],
            },
            request => Immutable(request.Headers), cancel);
        return draft?.Id ?? throw new InvalidOperationException("The mailbox made a draft without an id.");
    }

    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
