using System.Globalization;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Pages.Editions;
using Hub.Pages.Mail;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages;

/// <summary>Writes the mails that tell recipients what changed in the directory, each in its recipient's language.</summary>
/// <param name="states">The States' names.</param>
/// <param name="networks">The networks' names.</param>
/// <param name="origin">Who sends them.</param>
public sealed class MailWriter(StateCatalog states, NetworkCatalog networks, MailOrigin origin) : IMailWriter
{
    /// <summary>So many changes are told; of further ones the States and their number.</summary>
    public const int MostTold = 60;

    /// <inheritdoc/>
    public MailMessage Changes(string id, Recipient recipient, IReadOnlyList<DirectoryChange> changes, RecipientLinks links)
    {
        if (changes.Count == 0)
            throw new ArgumentException($"Mail {id} has nothing to tell.", nameof(changes));
        var labels = new Labels(recipient.Language);
        var mail = Compose(labels, recipient, changes, links);
        return new(
            id, recipient.Address, mail.Subject.ToText(labels.RightToLeft),
            HtmlPages.Render<ChangesPage>(new() { [nameof(ChangesPage.Mail)] = mail }), ChangesText.Of(mail));
    }

    /// <inheritdoc/>
    public MailMessage FreshLink(string id, Recipient recipient, Uri link)
    {
        var labels = new Labels(recipient.Language);
        return Opening(
            id, recipient.Address, labels, labels["Link.Subject"], [labels.Say("Mail.Greeting", recipient.Name), labels.Say("Link.Fresh")],
            new(labels["Link.Open"], link));
    }

    /// <inheritdoc/>
    public MailMessage SignIn(string id, SignInMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var (labels, code) = (new Labels(mail.Language), mail.Code);
        var shown = $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}";
        return Opening(
            id, mail.Address, labels, labels["SignIn.Mail.Subject"],
            [
                labels.Say("Mail.Greeting", mail.Name), labels.Say("SignIn.Mail.Asked"), labels.Say("SignIn.Mail.Code", shown),
                labels.Say("SignIn.Mail.NotYou"),
            ],
            new(labels["SignIn.Mail.Open"], mail.Link));
    }

    /// <inheritdoc/>
    public MailMessage HeldNotice(string id, Recipient recipient, string notice, DateOnly receivedOn, Uri link)
    {
        var labels = new Labels(recipient.Language);
        var told = labels.Say("Held.Told", labels.Day(receivedOn), notice);
        return Opening(
            id, recipient.Address, labels, labels["Held.Subject"], [labels.Say("Mail.Greeting", recipient.Name), told],
            new(labels["Held.Open"], link));
    }

    /// <inheritdoc/>
    public MailMessage Confirmation(string id, Recipient recipient, IReadOnlyList<RecordToConfirm> records)
    {
        var labels = new Labels(recipient.Language);
        var mail = new ConfirmationMail(
            labels,
            labels.Say("Mail.Greeting", recipient.Name),
            [
                .. records.Select(r => new ConfirmationAsked(
                    r.Record.Name(recipient.Language),
                    labels.Say("Upkeep.Last", labels.Day(r.LastConfirmed), labels.Day(r.UnconfirmedFrom)),
                    new AuthorityFacts(labels, r.LastConfirmed).Of(r.Record),
                    new(labels["Upkeep.Open"], r.Link))),
            ],
            [
                labels.Say("Mail.Sender", MailOrigin.Sender(labels)),
                labels.Say("Mail.Reply", origin.Address),
                labels.Say("Mail.Confidential"),
            ]);
        return new(
            id, recipient.Address, labels["Upkeep.Subject"],
            HtmlPages.Render<ConfirmationMailPage>(new() { [nameof(ConfirmationMailPage.Mail)] = mail }),
            mail.ToText());
    }

    private static MailMessage Opening(
        string id, string address, Labels labels, string subject, IReadOnlyList<Phrase> lines, MailLink link)
    {
        var html = HtmlPages.Render<LinkMailPage>(new()
        {
            [nameof(LinkMailPage.Labels)] = labels, [nameof(LinkMailPage.Subject)] = subject, [nameof(LinkMailPage.Lines)] = lines,
            [nameof(LinkMailPage.Link)] = link,
        });
        var said = lines.Select(l => l.ToText(labels.RightToLeft));
        var text = string.Join("\n\n", [.. said, link.Address.AbsoluteUri, "-- ", MailOrigin.Sender(labels)]);
        return new(id, address, subject, html, text);
    }

    private ChangesMail Compose(Labels labels, Recipient recipient, IReadOnlyList<DirectoryChange> changes, RecipientLinks links)
    {
        var teller = new ChangeWording(labels, networks);
        var stated = changes.Where(c => c.Event.State is not null).ToList();
        var editions = changes.Where(c => c.Event.Facts.Edition is not null).Select(c => Edition(labels, c.Event.Facts, links)).ToList();
        var all = ByState(stated, labels);
        var told = ByState(stated.Take(MostTold), labels).Select(s => new StateSection(s.State, [.. s.Changes.Select(teller.TellAnyway)]));
        var rest = ByState(stated.Skip(MostTold), labels)
            .Select(s => new Fact(s.State, [labels.Say("Mail.Rest.Count", labels.Number(s.Changes.Count))]));
        return new(
            labels, Subject(labels, editions, all), Opening(labels, recipient, stated.Count, all.Count), editions, [.. told], [.. rest],
            Links(labels, links), Closing(labels, changes[^1].Event.Sequence))
        {
            DeadLaws = [.. links.Dead.Select(l => new Fact(l.Title, [l.Address]))],
        };
    }

    private List<(string State, IReadOnlyList<DirectoryChange> Changes)> ByState(IEnumerable<DirectoryChange> changes, Labels labels) =>
    [
        .. changes.GroupBy(c => c.Event.State!.Value)
            .Select(g => (State: states[g.Key].Name(labels.Language), Changes: (IReadOnlyList<DirectoryChange>)[.. g]))
            .OrderBy(s => s.State, labels.Order),
    ];

    private static Phrase Subject(
        Labels labels, List<EditionNews> editions,
        List<(string State, IReadOnlyList<DirectoryChange> Changes)> all) => (editions, all) switch
    {
        ([.., var newest], _) => newest.Title,
        (_, [var (only, _)]) => labels.Say("Mail.Subject.One", only),
        _ => labels.Say("Mail.Subject.Many", labels.Number(all.Count)),
    };

    private static IReadOnlyList<Phrase> Opening(Labels labels, Recipient recipient, int changes, int states) =>
    [
        labels.Say("Mail.Greeting", recipient.Name),
        .. changes == 0 ? [] : (Phrase[])[labels.Say("Mail.Intro", labels.Number(changes), labels.Number(states))],
    ];

    private static EditionNews Edition(Labels labels, EventFacts facts, RecipientLinks links)
    {
        var (edition, authorities, states) = (facts.Edition!, labels.Number(facts.Authorities ?? 0), labels.Number(facts.States ?? 0));
        return new(
            labels.Say("Mail.Edition", edition.ToString()),
            labels.Say("Mail.Edition.Told", labels.Day(facts.CutOff!.Value), authorities, states),
            new(labels["Mail.Edition.Open"], links.Editions[edition]));
    }

    private static IReadOnlyList<MailLink> Links(Labels labels, RecipientLinks links) =>
    [
        new(labels["Mail.Preferences"], links.Preferences),
        .. links.Confirmation is { } confirmation ? [new MailLink(labels["Mail.Confirm"], confirmation)] : (MailLink[])[],
    ];

    private IReadOnlyList<Phrase> Closing(Labels labels, long upTo) =>
    [
        labels.Say("Mail.UpTo", upTo.ToString(CultureInfo.InvariantCulture)),
        labels.Say("Mail.Sender", MailOrigin.Sender(labels)),
        labels.Say("Mail.Reply", origin.Address),
        labels.Say("Mail.Confidential"),
    ];
}
