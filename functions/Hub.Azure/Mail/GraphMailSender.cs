using Hub.Delivery.Mail;
using Hub.Notices.Recipients;
using Hub.Work.Runner;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Hub.Azure.Mail;

/// <summary>
/// Sends through Microsoft Graph, once (I4): a draft that carries the mail's id and has an immutable one is made first and then sent. After
/// a doubtful try the mailbox is asked: for a draft of the mail's id where none was kept, for the draft itself where one was.
/// </summary>
public sealed class GraphMailSender(GraphServiceClient graph) : IMailSender
{
    private readonly GraphDrafts _drafts = new(graph);

    /// <inheritdoc/>
    public async Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(
        string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        try
        {
            var draft = inDoubt && await _drafts.Find(mailbox, message.Id, cancel) is { } found
                ? found
                : await Make(mailbox, message, cancel);
            return (draft, null);
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
            await _drafts.Send(mailbox, draft, inDoubt, cancel);
            return null;
        }
        catch (Exception e) when (GraphFailure.Of(e, cancel) is { } failed)
        {
            return failed;
        }
    }

    private async Task<MailDraft> Make(string mailbox, MailMessage message, CancellationToken cancel)
    {
        var draft = new Message
        {
            Subject = message.Subject,
            Body = new() { ContentType = BodyType.Html, Content = message.Html },
            ToRecipients = [new() { EmailAddress = new() { Address = message.To } }],
            InternetMessageHeaders = [new() { Name = DeliveryReport.MailIdHeader, Value = message.Id }],
            SingleValueExtendedProperties = [new() { Id = GraphDrafts.IdProperty, Value = message.Id }],
        };
        return GraphDrafts.Draft(
            await graph.Users[mailbox].Messages.PostAsync(draft, request => GraphDrafts.Immutable(request.Headers), cancel));
    }
}
