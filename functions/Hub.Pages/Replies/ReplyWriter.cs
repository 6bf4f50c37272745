using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Replies;
using Hub.Intake.Mails.Kinds;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Pages.Mail;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Replies;

/// <summary>Writes the answers to mails, in the language of whoever is answered.</summary>
public sealed class ReplyWriter(MailOrigin origin) : IReplyWriter
{
    private const int LongestSubject = 150;
    private static readonly Dictionary<Language, Labels> Words = Enum.GetValues<Language>().ToDictionary(l => l, l => new Labels(l));

    /// <inheritdoc/>
    public MailMessage Acknowledgement(string id, MailRecord mail, IReadOnlyList<Notice> notices)
    {
        var labels = Words[mail.Language];
        var text = new ReplyLines(labels, origin);
        text.Sentence("Answer.Received", Day(labels, mail), mail.Subject ?? "");
        if (notices is [var only])
            text.Sentence("Answer.One", only.Reference());
        else
            text.Sentence("Answer.Many", labels.Number(notices.Count));
        foreach (var notice in notices)
            text.Notice(notice);
        return Reply(id, mail, Subject(mail, notices.Count > 0 ? notices[0] : null), text);
    }

    /// <inheritdoc/>
    public MailMessage Receipt(string id, MailRecord mail)
    {
        var labels = Words[mail.Language];
        var text = new ReplyLines(labels, origin);
        text.Sentence("Answer.Receipt", Day(labels, mail));
        if (mail.Kind == MailKind.Empty)
            text.Sentence("Answer.Empty");
        text.Sentence("Answer.Once");
        return Reply(id, mail, labels["Answer.Title"], text);
    }

    /// <inheritdoc/>
    public MailMessage Personal(string id, MailRecord mail, string text)
    {
        var lines = new ReplyLines(Words[mail.Language], origin);
        lines.Written(text);
        return Reply(id, mail, Subject(mail, null), lines, isAutomatic: false);
    }

    /// <inheritdoc/>
    public MailMessage Word(string id, MailRecord mail, Notice notice)
    {
        var text = new ReplyLines(Words[notice.Language], origin);
        text.Sentence("Answer.Word", notice.Reference());
        text.Standing(notice);
        return Reply(id, mail, Subject(mail, notice), text);
    }

    private static MailMessage Reply(string id, MailRecord mail, string subject, ReplyLines text, bool isAutomatic = true) =>
        new(id, mail.From!, subject, "", text.Close(isAutomatic)) { Answers = mail.Message };

    private static string Day(Labels labels, MailRecord mail) => labels.Day(DateOnly.FromDateTime(mail.ReceivedAt.UtcDateTime));

    // The name in the subject is what brings an answer to its notice, whatever a mail program does with the rest.
    private static string Subject(MailRecord mail, Notice? notice)
    {
        var subject = ((Phrase)(mail.Subject ?? "")).ToText(rightToLeft: false).Trim();
        var cut = subject.Length > LongestSubject ? $"{subject[..LongestSubject]} …" : subject;
        var again = cut.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? cut : $"Re: {cut}";
        return notice is null || NoticeReference.In(again).Contains(notice.Reference()) ? again : $"{again} [{notice.Reference()}]";
    }
}
