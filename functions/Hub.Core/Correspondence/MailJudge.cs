using Hub.Core.Correspondence.Kinds;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Correspondence.Notes;
using Hub.Core.Correspondence.Senders;
using Hub.Core.Documents.Text;
using Hub.Core.Notices;
using Hub.Core.Register;

namespace Hub.Core.Correspondence;

/// <summary>Judges a mail: who sent it, what it is, what it says. Pure: the same mail, judged again, is judged the same.</summary>
/// <param name="pdf">Reads the text of PDFs.</param>
/// <param name="data">What comes with the hub.</param>
public sealed class MailJudge(IPdfReader pdf, ReferenceData data)
{
    /// <summary>What to make of a mail.</summary>
    public MailVerdict Judge(ReceivedMail mail, Correspondents correspondents, RegisterSnapshot register, DateTimeOffset now)
    {
        _ = (pdf, now);
        var sender = SenderJudge.Of(mail, correspondents);
        var references = ReferenceFinder.Of(mail);
        var state = sender switch
        {
            SenderVerdict.Known known => known.Office.State,
            SenderVerdict.Held { Claimed: { } claimed } => claimed.State,
            _ => (States.StateCode?)null,
        };
        var notice = new NoteReader(data, register).Read(mail.Text, "body", state);
        var kind = KindJudge.Of(mail, references, notice is not null);
        var isNotice = kind is MailKind.Notice or MailKind.Reply;
        return new(
            sender, kind, references, LanguageDetector.Of(mail.Text).Language, isNotice && notice is not null ? [notice] : [],
            isNotice ? [.. mail.Files.Select(f => new SubmittedFile(f.Name, f.MediaType, f.Content.ToArray()))] : []);
    }
}
