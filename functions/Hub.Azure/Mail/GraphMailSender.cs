using Hub.Core.Channels;
using Hub.Core.Channels.Mail;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Hub.Azure.Mail;

/// <summary>
/// Sends through Microsoft Graph, once (I4): a draft that carries the mail's id and has an immutable one is made first and then sent. After a
/// doubtful try the mailbox is asked: for a draft of the mail's id where none was kept, for the draft itself where one was.
/// </summary>
public sealed class GraphMailSender(GraphServiceClient graph) : IMailSender
{
    private const string ItemNotFound = "ErrorItemNotFound";

    // A named property in a property set of the hub's own, so that the mailbox can be searched by it.
    private const string IdProperty = "String {7e1d3a52-90c4-4f0e-8a53-2b6c1d9e4f70} Name HubMessageId";

    /// <inheritdoc/>
    public async Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        try
        {
            var found = inDoubt ? await Find(mailbox, message.Id, cancel) : null;
            return (Draft(found) ?? await Make(mailbox, message, cancel), null);
        }
        catch (Exception e) when (GraphFailure.Of(e, cancel) is { } failed)
        {
            return (null, failed);
        }
    }

    /// <inheritdoc/>
    public async Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
        try
        {
            if (!inDoubt || await IsDraft(mailbox, draft, cancel))
                await graph.Users[mailbox].Messages[draft].Send.PostAsync(cancellationToken: cancel);
            return null;
        }
        catch (Exception e) when (GraphFailure.Of(e, cancel) is { } failed)
        {
            return failed;
        }
    }

    // A draft that was there and is not any more has left, though Sent Items may not show it yet.
    private async Task<bool> IsDraft(string mailbox, string draft, CancellationToken cancel)
    {
        try
        {
            var message = await graph.Users[mailbox].Messages[draft].GetAsync(
                request =>
                {
                    request.QueryParameters.Select = ["id", "isDraft"];
                    Immutable(request.Headers);
                },
                cancel);
            return message?.IsDraft == true;
        }
        catch (ODataError e) when (e.Error?.Code == ItemNotFound)
        {
            return false;
        }
    }

    private async Task<Message?> Find(string mailbox, string id, CancellationToken cancel)
    {
        var found = await graph.Users[mailbox].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{IdProperty}' and ep/value eq '{Quoted(id)}')";
                request.QueryParameters.Select = ["id", "isDraft", "internetMessageId"];
                Immutable(request.Headers);
            },
            cancel);
        return found?.Value?.OrderBy(m => m.IsDraft).FirstOrDefault();
    }

    private async Task<MailDraft> Make(string mailbox, MailMessage message, CancellationToken cancel)
    {
        var draft = await graph.Users[mailbox].Messages.PostAsync(
            new()
            {
                Subject = message.Subject,
                Body = new() { ContentType = BodyType.Html, Content = message.Html },
                ToRecipients = [new() { EmailAddress = new() { Address = message.To } }],
                InternetMessageHeaders = [new() { Name = MailMessage.Header, Value = message.Id }],
                SingleValueExtendedProperties = [new() { Id = IdProperty, Value = message.Id }],
            },
            request => Immutable(request.Headers), cancel);
        return Draft(draft) ?? throw new InvalidOperationException("The mailbox made a draft without an id.");
    }

    private static MailDraft? Draft(Message? message) => message is { Id: { } id } ? new(id, message.InternetMessageId) : null;

    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
