using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Intake.Notes;
using Hub.Notices.Outbox;
using Hub.Register.Json;

namespace Hub.Functions.Mailroom;

/// <summary>A mail as the Secretariat sees it.</summary>
internal static class MailView
{
    /// <summary>Who sent it, what it is, what became of it; with its answers, and a notice begun of it, where they are wanted.</summary>
    public static JsonObject Of(MailRecord mail, IReadOnlyList<OutboxMail>? answers, UnderstoodNotice? draft)
    {
        var view = new JsonObject
        {
            ["id"] = mail.Id,
            ["status"] = mail.Fate.Code(),
            ["mark"] = mail.Mark,
            ["receivedAt"] = Node(mail.ReceivedAt),
            ["kind"] = Node(mail.Kind),
            ["from"] = mail.From,
            ["subject"] = mail.Subject,
            ["language"] = mail.Language.Code(),
            ["sender"] = Node(mail.Sender),
            ["claimedState"] = mail.Claimed?.Value,
            ["reasons"] = Node(mail.Reasons),
            ["notices"] = Node(mail.Notices),
            ["decision"] = Node(mail.Decision),
        };
        if (mail.ErasedAt is { } erased)
            view["erasedAt"] = Node(erased);
        if (draft is not null)
            view["draft"] = new JsonObject { ["form"] = draft.Form.DeepClone(), ["words"] = Node(draft.Proposals), ["file"] = draft.File };
        if (answers is not null)
            view["answers"] = new JsonArray([.. answers.Select(Answer)]);
        return view;
    }

    private static JsonNode? Answer(OutboxMail reply) => Node(new
    {
        reply.Kind, Notice = reply.About, reply.State, SentAt = reply.State == OutboxState.Sent ? reply.DoneAt : null, reply.Attempts,
        reply.Trouble,
    });

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, HubJson.Options);
}
