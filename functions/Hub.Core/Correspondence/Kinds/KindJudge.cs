using Hub.Core.Correspondence.Mails;

namespace Hub.Core.Correspondence.Kinds;

/// <summary>Tells what a mail is.</summary>
internal static class KindJudge
{
    /// <summary>What it is.</summary>
    public static MailKind Of(ReceivedMail mail, MailReferences references, bool bringsNotice) => mail switch
    {
        _ when mail.MediaTypes.Any(t => t is "message/delivery-status" or "message/disposition-notification") => MailKind.Bounce,
        _ when mail.Header("Auto-Submitted").Any(v => v.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)) => MailKind.AutoReply,
        _ when references.Notices.Count > 0 => MailKind.Reply,
        _ when bringsNotice || mail.Files.Count > 0 => MailKind.Notice,
        _ when !mail.Text.Any(char.IsLetterOrDigit) => MailKind.Empty,
        _ => MailKind.Other,
    };
}
