using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;

namespace Hub.Intake.Mails.Parsing;

/// <summary>
/// Mails that are signed (RFC 8551, RFC 3156). Signatures are not checked: who wrote is known by the domain of the sender. They are no
/// files of a note either, and what lies within one is read.
/// </summary>
internal static class SignedMail
{
    private static readonly HashSet<string> Signatures =
    [
        "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-encrypted",
    ];

    /// <summary>Whether a part is a signature beside what it signs, or says only how something is packed.</summary>
    public static bool IsSignature(MimePart part) => Signatures.Contains(ProtocolName.Lower(part.ContentType.MimeType))
        || "smime.p7s".Equals(part.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a part may be a mail with its signature round it.</summary>
    public static bool IsPackage(MimePart part) =>
        ProtocolName.Lower(part.ContentType.MimeType) is "application/pkcs7-mime" or "application/x-pkcs7-mime"
        || "smime.p7m".Equals(part.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>What lies within a signature; null where there is nothing, or it is encrypted.</summary>
    public static MimeEntity? Unpacked(ReadOnlyMemory<byte> package)
    {
        try
        {
            var signed = new SignedCms();
            signed.Decode(package.Span);
            var content = LongHeaders.Cut(signed.ContentInfo.Content);
            return content.Length == 0
                ? null
                : MimeEntity.Load(MailParser.Options, new MailFile("", "", content).Open(), persistent: true);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
