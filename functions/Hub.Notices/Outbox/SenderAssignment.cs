using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Notices.Outbox;

/// <summary>
/// Which mailbox sends to whom: follows from the recipient and the mailboxes in the settings alone, and counts until a mail is begun; from
/// then on its row names the mailbox.
/// </summary>
/// <param name="mailboxes">The mailboxes that send.</param>
public sealed class SenderAssignment(IReadOnlyList<string> mailboxes)
{
    /// <summary>The mailboxes that send.</summary>
    public IReadOnlyList<string> Mailboxes => mailboxes;

    /// <summary>
    /// The mailbox that sends to a recipient: by highest weight, so that one more mailbox takes its share and moves no others.
    /// </summary>
    public string Of(string recipient) => mailboxes.MaxBy(m => Weight(m, recipient))!;

    /// <summary>The mailbox that a mail goes from.</summary>
    public string Of(OutboxMail mail) => mail.Mailbox ?? Of(mail.Recipient);

    private static ulong Weight(string mailbox, string recipient) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{mailbox}\n{recipient}")));
}
