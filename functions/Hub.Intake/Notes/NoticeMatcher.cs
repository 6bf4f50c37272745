using System.Text.Json.Nodes;
using Hub.Intake.Mails;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>Finds the notices in everything that a mail brings: notes, letters and forms.</summary>
internal sealed class NoticeMatcher(ReferenceData data, RegisterSnapshot register)
{
    private readonly NoteParser _notes = new(data, register);

    /// <summary>The notices, each once: a note that came in two shapes is one, each form is one.</summary>
    public IReadOnlyList<UnderstoodNotice> In(ParsedMail mail, IReadOnlyList<OpenedFile> files, StateCode? state, DateOnly today)
    {
        var (notes, forms) = (new List<UnderstoodNotice>(), new List<UnderstoodNotice>());
        var texts = MailTexts.Of(mail, files).ToList();
        IReadOnlyList<string> letters = [.. texts.Where(t => !t.Form.IsForm).Select(t => t.Text)];
        foreach (var text in texts)
        {
            var read = Notes(text, mail, state, today).ToList();
            // A note with labels in it is no form, and the labels of a form make no letter.
            if (text.Form.IsForm && !read.Any(n => n.IsFormal || (n.Form["kind"] is not null && text.Form.Notice["kind"] is null)))
                forms.Add(AddedLists.Of(FormNotices.Of(text.Form, text.File, state), register, letters));
            else
                notes.AddRange(read);
        }
        // The mail that covers a note or a form may speak of what it brings.
        return Together(Once(forms.Count > 0 || notes.Any(n => n.IsFormal) ? [.. notes.Where(n => n.IsFormal)] : notes), forms);
    }

    /// <summary>Whether a text thanks, and says nothing else.</summary>
    public static bool OnlyThanks(string text) => NoteParser.OnlyThanks(text);

    /// <summary>The notice of a mail in which nothing was understood but that it brings something.</summary>
    public static UnderstoodNotice Unread(ParsedMail mail, StateCode? state)
    {
        var form = new JsonObject();
        if (state is { } known)
            form["state"] = known.Value;
        var reference = Lexicon.All.Select(l => References.InSubject(mail.Subject, l)).FirstOrDefault(r => r is not null);
        if (reference is not null)
            form["officialRef"] = reference;
        return new(
            form, reference is null ? [] : [Proposal.Literal("/officialRef", reference, mail.Subject, "subject", 0.8, nameof(References))],
            NoticeSource.Note);
    }

    /// <summary>A notice begun of what was found in a mail that says nothing clear; null where nothing was.</summary>
    public UnderstoodNotice? Draft(ParsedMail mail, IReadOnlyList<OpenedFile> files, StateCode? state, DateOnly today) =>
        MailTexts.Of(mail, files).Select(t => _notes.Draft(t.Text, Context(t, mail, state, today)) with { File = t.File })
            .Where(d => d.Proposals.Count > 0).MaxBy(d => d.Proposals.Count);

    private IEnumerable<UnderstoodNotice> Notes(MailText text, ParsedMail mail, StateCode? state, DateOnly today) =>
        _notes.Read(text.Text, Context(text, mail, state, today)).Select(n => n with { File = text.File });

    private static NoteContext Context(MailText text, ParsedMail mail, StateCode? state, DateOnly today) => new(
        text.Part, state, mail.From.Count > 0 ? mail.From[0].Address : null, text.Subject, today, mail.Files.Count > 0);

    // The note that covers forms lends them its reference, and is no notice beside them.
    private static List<UnderstoodNotice> Together(List<UnderstoodNotice> notes, List<UnderstoodNotice> forms)
    {
        var covered = forms.Select(f => notes.FirstOrDefault(n => FormNotices.Covers(n, f)) is { } note ? FormNotices.With(f, note) : f)
            .ToList();
        return [.. notes.Where(n => !forms.Any(f => FormNotices.Covers(n, f))), .. covered];
    }

    private static List<UnderstoodNotice> Once(List<UnderstoodNotice> notices) =>
    [
        .. notices.GroupBy(n => (Text(n, "kind"), Text(n, "officialRef"))).SelectMany(g =>
            g.Key.Item2 is null ? g.DistinctBy(n => n.Form.ToJsonString()) : [g.MaxBy(n => n.Proposals.Count)!]),
    ];

    private static string? Text(UnderstoodNotice notice, string field) => (string?)notice.Form[field];
}
