using Hub.Intake.Inbox;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;

namespace Hub.Azure.Mail;

/// <summary>
/// Reads a mailbox through Microsoft Graph: the list of changes of its inbox, messages as they were received, folders, the subscription.
/// </summary>
public sealed class GraphInbox(GraphServiceClient graph) : IInbox
{
    private const string Inbox = "inbox";
    private const int PageSize = 50;
    private const int Gone = 410;
    private static readonly string[] Fields = ["id", "receivedDateTime", "conversationId"];
    private static readonly string[] Lost = ["syncStateNotFound", "SyncStateNotFound", "resyncRequired"];

    /// <inheritdoc/>
    public Task<InboxPage?> Read(string mailbox, string? link, CancellationToken cancel) => GraphGuard.Of(
        async () =>
        {
            // Of another service than the one that is asked: what it would be told is this one's token, and its place is not ours.
            if (link is not null && !IsOwn(link))
                return null;
            try
            {
                return Page(await Changes(mailbox, link, cancel) ?? throw new InvalidOperationException("The mailbox gave no list."));
            }
            catch (ODataError e) when (link is not null && (e.ResponseStatusCode == Gone || Lost.Contains(e.Error?.Code)))
            {
                return null;
            }
        },
        cancel);

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> Original(string mailbox, string message, CancellationToken cancel) => GraphGuard.Of(
        () => Unless<ReadOnlyMemory<byte>?>(null, async () =>
        {
            var messages = graph.Users[mailbox].Messages;
            await using var content = await messages[message].Content.GetAsync(r => GraphDrafts.Immutable(r.Headers), cancel);
            // A message of no bytes comes as no stream: it is a message all the same, and kept as what it is.
            using var copy = new MemoryStream();
            if (content is not null)
                await content.CopyToAsync(copy, cancel);
            return copy.ToArray();
        }),
        cancel);

    /// <inheritdoc/>
    public Task Move(string mailbox, string message, string folder, CancellationToken cancel) => GraphGuard.Of(
        () => Unless(false, async () =>
        {
            var messages = graph.Users[mailbox].Messages;
            await messages[message].Move.PostAsync(new() { DestinationId = folder }, r => GraphDrafts.Immutable(r.Headers), cancel);
            return true;
        }),
        cancel);

    /// <inheritdoc/>
    public Task<string> Folder(string mailbox, string name, CancellationToken cancel) => GraphGuard.Of(
        async () =>
        {
            if (await Find(mailbox, name, cancel) is { Id: { } id })
                return id;
            var made = await graph.Users[mailbox].MailFolders.PostAsync(new() { DisplayName = name }, cancellationToken: cancel);
            return made?.Id ?? throw new InvalidOperationException("The mailbox made a folder without an id.");
        },
        cancel);

    /// <inheritdoc/>
    public Task<string> Subscribe(InboxSubscription subscription, Uri notifications, DateTimeOffset until, CancellationToken cancel) =>
        GraphGuard.Of(
            async () => await Renew(subscription, until, cancel) ?? await Make(subscription, notifications, until, cancel), cancel);

    private async Task<DeltaGetResponse?> Changes(string mailbox, string? link, CancellationToken cancel)
    {
        var delta = graph.Users[mailbox].MailFolders[Inbox].Messages.Delta;
        return link is null
            ? await delta.GetAsDeltaGetResponseAsync(
                r =>
                {
                    r.QueryParameters.Select = Fields;
                    Preferring(r.Headers);
                },
                cancel)
            : await delta.WithUrl(link).GetAsDeltaGetResponseAsync(r => Preferring(r.Headers), cancel);
    }

    private static void Preferring(Microsoft.Kiota.Abstractions.RequestHeaders headers)
    {
        GraphDrafts.Immutable(headers);
        headers.Add("Prefer", $"odata.maxpagesize={PageSize}");
    }

    // What left the folder is told too: it is without a date, and none of the hub's business.
    private InboxPage Page(DeltaGetResponse changes) => new(
        [
            .. (changes.Value ?? []).Where(m => m is { Id: not null, ReceivedDateTime: not null, IsDraft: not true })
                .Select(m => new InboundMail(m.Id!, m.ConversationId, m.ReceivedDateTime!.Value.ToUniversalTime())),
        ],
        Own(changes.OdataNextLink ?? changes.OdataDeltaLink),
        changes.OdataNextLink is null);

    private string Own(string? link) => link is not null && IsOwn(link)
        ? link
        : throw new InvalidOperationException("The mailbox's list does not say where it goes on, or leads to another service.");

    private bool IsOwn(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var there) && Uri.TryCreate(graph.RequestAdapter.BaseUrl, UriKind.Absolute, out var here)
        && there.UserInfo.Length == 0
        && Uri.Compare(there, here, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private async Task<MailFolder?> Find(string mailbox, string name, CancellationToken cancel)
    {
        var folders = await graph.Users[mailbox].MailFolders.GetAsync(
            r =>
            {
                r.QueryParameters.Top = 100;
                r.QueryParameters.Select = ["id", "displayName"];
            },
            cancel);
        return folders?.Value?.FirstOrDefault(f => name.Equals(f.DisplayName, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string?> Renew(InboxSubscription subscription, DateTimeOffset until, CancellationToken cancel)
    {
        if (subscription.Id is not { } id)
            return null;
        var renewal = new Subscription { ExpirationDateTime = until };
        return await Unless(null, async () => (await graph.Subscriptions[id].PatchAsync(renewal, cancellationToken: cancel))?.Id);
    }

    private async Task<string> Make(InboxSubscription subscription, Uri notifications, DateTimeOffset until, CancellationToken cancel)
    {
        var made = await graph.Subscriptions.PostAsync(
            new()
            {
                ChangeType = "created",
                Resource = $"users/{subscription.Mailbox}/mailFolders('{Inbox}')/messages",
                NotificationUrl = notifications.AbsoluteUri,
                LifecycleNotificationUrl = notifications.AbsoluteUri,
                ClientState = subscription.Secret,
                ExpirationDateTime = until,
            },
            cancellationToken: cancel);
        return made?.Id ?? throw new InvalidOperationException("The subscription has no id.");
    }

    private static async Task<T> Unless<T>(T gone, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ODataError e) when (e.ResponseStatusCode == 404)
        {
            return gone;
        }
    }
}
