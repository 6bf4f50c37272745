using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>A file that comes with a mail from outside.</summary>
public sealed record IncomingFile(string Name, string ContentType, byte[] ContentBytes)
{
    public MailAttachment ToAttachment() => new(Ids.New("AAMkAtt"), Name, ContentType, ContentBytes, false, null);
}
