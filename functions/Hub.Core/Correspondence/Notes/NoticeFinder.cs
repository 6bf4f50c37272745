using System.Text.Json.Nodes;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Correspondence.Notes.Finders;
using Hub.Core.Documents.Text;
using Hub.Core.Notices;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Correspondence.Notes;

/// <summary>Finds the notices in everything that a mail brings.</summary>
internal sealed class NoticeFinder(IPdfReader pdf, ReferenceData data, RegisterSnapshot register)
{
    private readonly NoteReader _notes = new(data, register);

    /// <summary>The notices, each once: a note that came in two shapes is one.</summary>
    public IReadOnlyList<UnderstoodNotice> In(ReceivedMail mail, StateCode? state, DateOnly today)
    {
        var found = new List<UnderstoodNotice>();
        foreach (var text in MailTexts.Of(mail, pdf))
            found.AddRange(_notes.Read(text.Text, new(text.File ?? "body", state, mail.From.FirstOrDefault()?.Address, text.Subject, today))
                .Select(n => n with { File = text.File }));
        // The mail that covers a note may speak of what it brings.
        var formal = found.Where(n => n.IsFormal).ToList();
        return Once(formal.Count > 0 ? formal : found);
    }

    /// <summary>The notice of a mail in which nothing was understood but that it brings something.</summary>
    public static UnderstoodNotice Unread(ReceivedMail mail, StateCode? state)
    {
        var form = new JsonObject();
        if (state is { } known)
            form["state"] = known.Value;
        var reference = Lexicon.All.Select(l => References.InSubject(mail.Subject, l)).FirstOrDefault(r => r is not null);
        if (reference is not null)
            form["officialRef"] = reference;
        return new(form, reference is null ? [] : [new("/officialRef", reference, mail.Subject, "subject", 0.8)], NoticeSource.Note);
    }

    private static List<UnderstoodNotice> Once(List<UnderstoodNotice> notices) =>
    [
        .. notices.GroupBy(n => (Text(n, "kind"), Text(n, "officialRef"))).SelectMany(g =>
            g.Key.Item2 is null ? g.DistinctBy(n => n.Form.ToJsonString()) : [g.MaxBy(n => n.Proposals.Count)!]),
    ];

    private static string? Text(UnderstoodNotice notice, string field) => (string?)notice.Form[field];
}
