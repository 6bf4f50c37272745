using Hub.Work.Runner;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Hub.Azure.Mail;

/// <summary>Drafts that carry an id of the hub's, so that after a doubtful try the mailbox can be asked what became of one.</summary>
internal sealed class GraphDrafts(GraphServiceClient graph)
{
    /// <summary>The error of a message that is not there.</summary>
    public const string ItemNotFound = "ErrorItemNotFound";

    /// <summary>A named property in a property set of the hub's own, so that the mailbox can be searched by it.</summary>
    public const string IdProperty = "String {7e1d3a52-90c4-4f0e-8a53-2b6c1d9e4f70} Name HubMessageId";

    /// <summary>Asks for ids that stay the same wherever a message lies.</summary>
    public static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    /// <summary>
    /// The message of an id of the hub's; one that is no draft any more before one that is. Null where the mailbox lists none.
    /// </summary>
    public async Task<MailDraft?> Find(string mailbox, string id, CancellationToken cancel)
    {
        var found = await graph.Users[mailbox].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter =
                    $"singleValueExtendedProperties/Any(ep: ep/id eq '{IdProperty}' and ep/value eq '{Quoted(id)}')";
                request.QueryParameters.Select = ["id", "isDraft", "internetMessageId"];
                Immutable(request.Headers);
            },
            cancel);
        return found?.Value?.OrderBy(m => m.IsDraft).FirstOrDefault() is { } message ? Draft(message) : null;
    }

    /// <summary>A message as a draft.</summary>
    public static MailDraft Draft(Message? message) => message is { Id: { } id }
        ? new(id, message.InternetMessageId)
        : throw new InvalidOperationException("The mailbox made a draft without an id.");

    /// <summary>Sends a draft once: where an earlier try ended in doubt, only if it is still one.</summary>
    public async Task Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
        if (!inDoubt || await IsDraft(mailbox, draft, cancel))
            await graph.Users[mailbox].Messages[draft].Send.PostAsync(cancellationToken: cancel);
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

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
