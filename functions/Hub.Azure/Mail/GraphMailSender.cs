using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Work.Runner;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Azure.Mail;

/// <summary>
/// Sends through Microsoft Graph, once (I4): a draft that carries the mail's id and has an immutable one is made first and then sent. After
/// a doubtful try the mailbox is asked: for a draft of the mail's id where none was kept, for the draft itself where one was. A reply is
/// one that Exchange makes, so that it is in the thread, filled in with the hub's own words and sent to whoever wrote, wherever replies are
/// asked to go.
/// </summary>
public sealed class GraphMailSender(GraphServiceClient graph) : IMailSender
{
    // Graph takes no header but those of its senders' own (x-…); as properties of the message Exchange knows them (MS-OXCMAIL 2.1.3).
    private const string InternetHeaders = "String {00020386-0000-0000-C000-000000000046} Name";
    private const string SuppressAnswers = "Integer 0x3FDF";
    private const string SuppressAll = "-1";
    private readonly GraphDrafts _drafts = new(graph);

    /// <inheritdoc/>
    public async Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(
        string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        try
        {
            var draft = inDoubt && await _drafts.Find(mailbox, message.Id, cancel) is { } found
                ? found
                : GraphDrafts.Draft(await Make(mailbox, message, cancel));
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

    private async Task<Message?> Make(string mailbox, MailMessage message, CancellationToken cancel)
    {
        var messages = graph.Users[mailbox].Messages;
        if (message.Answers is not { } answered)
            return await messages.PostAsync(Mail(message), r => GraphDrafts.Immutable(r.Headers), cancel);
        return await Reply(mailbox, answered, cancel) is { Id: { } id }
            ? await messages[id].PatchAsync(Answer(message), r => GraphDrafts.Immutable(r.Headers), cancel)
            : await messages.PostAsync(Answer(message), r => GraphDrafts.Immutable(r.Headers), cancel);
    }

    // A message that somebody has put out of the mailbox since is answered outside its thread.
    private async Task<Message?> Reply(string mailbox, string message, CancellationToken cancel)
    {
        try
        {
            return await graph.Users[mailbox].Messages[message].CreateReply.PostAsync(new(), r => GraphDrafts.Immutable(r.Headers), cancel);
        }
        catch (ODataError e) when (e.Error?.Code == GraphDrafts.ItemNotFound)
        {
            return null;
        }
    }

    private static Message Mail(MailMessage message) => new()
    {
        Subject = message.Subject,
        Body = new() { ContentType = BodyType.Html, Content = message.Html },
        ToRecipients = [new() { EmailAddress = new() { Address = message.To } }],
        InternetMessageHeaders = [new() { Name = DeliveryReport.MailIdHeader, Value = message.Id }],
        SingleValueExtendedProperties = [new() { Id = GraphDrafts.IdProperty, Value = message.Id }],
    };

    private static Message Answer(MailMessage message) => new()
    {
        Subject = message.Subject,
        Body = new() { ContentType = BodyType.Text, Content = message.Text },
        ToRecipients = [new() { EmailAddress = new() { Address = message.To } }],
        CcRecipients = [],
        SingleValueExtendedProperties =
        [
            new() { Id = GraphDrafts.IdProperty, Value = message.Id },
            new() { Id = $"{InternetHeaders} {DeliveryReport.MailIdHeader}", Value = message.Id },
            new() { Id = $"{InternetHeaders} Auto-Submitted", Value = "auto-replied" },
            new() { Id = SuppressAnswers, Value = SuppressAll },
        ],
    };
}
