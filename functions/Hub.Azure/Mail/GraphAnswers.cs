using Hub.Intake.Inbox;
using Hub.Notices.Recipients;
using Hub.Work.Runner;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Azure.Mail;

/// <summary>
/// Answers through Microsoft Graph: a reply that Exchange makes, so that it is in the thread, filled in with the hub's own words and sent
/// to whoever wrote, wherever replies are asked to go.
/// </summary>
public sealed class GraphAnswers(GraphServiceClient graph) : IAnswerSender
{
    // Graph takes no header but those of its senders' own (x-…); as properties of the message Exchange knows them (MS-OXCMAIL 2.1.3).
    private const string InternetHeaders = "String {00020386-0000-0000-C000-000000000046} Name";
    private const string SuppressAnswers = "Integer 0x3FDF";
    private const string SuppressAll = "-1";
    private readonly GraphDrafts _drafts = new(graph);

    /// <inheritdoc/>
    public Task<MailDraft> Draft(string mailbox, string message, AnswerText answer, bool inDoubt, CancellationToken cancel) =>
        GraphGuard.Of(
            async () => inDoubt && await _drafts.Find(mailbox, answer.Id, cancel) is { } found
                ? found
                : await Make(mailbox, message, answer, cancel),
            cancel);

    /// <inheritdoc/>
    public Task Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel) => GraphGuard.Of(
        async () =>
        {
            await _drafts.Send(mailbox, draft, inDoubt, cancel);
            return true;
        },
        cancel);

    private async Task<MailDraft> Make(string mailbox, string message, AnswerText answer, CancellationToken cancel)
    {
        var messages = graph.Users[mailbox].Messages;
        return GraphDrafts.Draft(await Reply(mailbox, message, cancel) is { Id: { } id }
            ? await messages[id].PatchAsync(Words(answer), r => GraphDrafts.Immutable(r.Headers), cancel)
            : await messages.PostAsync(Words(answer), r => GraphDrafts.Immutable(r.Headers), cancel));
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

    private static Message Words(AnswerText answer) => new()
    {
        Subject = answer.Subject,
        Body = new() { ContentType = BodyType.Text, Content = answer.Text },
        ToRecipients = [new() { EmailAddress = new() { Address = answer.To } }],
        CcRecipients = [],
        SingleValueExtendedProperties =
        [
            new() { Id = GraphDrafts.IdProperty, Value = answer.Id },
            new() { Id = $"{InternetHeaders} {DeliveryReport.MailIdHeader}", Value = answer.Id },
            new() { Id = $"{InternetHeaders} Auto-Submitted", Value = "auto-replied" },
            new() { Id = SuppressAnswers, Value = SuppressAll },
        ],
    };
}
