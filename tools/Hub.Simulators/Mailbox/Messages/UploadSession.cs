using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>A large attachment on its way in.</summary>
public sealed record UploadSession(
    string Id, string Mailbox, string MessageId, string Name, string ContentType, long Size, DateTimeOffset Expires)
{
    public MemoryStream Received { get; } = new();

    public MailAttachment ToAttachment() => new(Ids.New("AAMkAtt"), Name, ContentType, Received.ToArray(), false, null);
}
