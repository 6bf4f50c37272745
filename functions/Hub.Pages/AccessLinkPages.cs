using Hub.Delivery.Editions;
using Hub.Notices.Recipients;
using Hub.Pages.Links;
using Hub.Pages.Mail;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages;

/// <summary>The pages behind personal links, each in its recipient's language.</summary>
/// <param name="states">The States' names.</param>
/// <param name="networks">The networks' names.</param>
public sealed class AccessLinkPages(StateCatalog states, NetworkCatalog networks)
{
    /// <summary>What a recipient is told, to be changed.</summary>
    public string Preferences(Recipient recipient, MailPreferences chosen, bool saved)
    {
        var labels = new Labels(recipient.Language);
        return HtmlPages.Render<PreferencesPage>(new()
        {
            [nameof(PreferencesPage.Labels)] = labels,
            [nameof(PreferencesPage.Recipient)] = recipient,
            [nameof(PreferencesPage.Chosen)] = chosen,
            [nameof(PreferencesPage.States)] = (IReadOnlyList<(StateCode, string)>)
                [.. states.All.Select(s => (s.Alpha3, Name: s.Name(recipient.Language))).OrderBy(s => s.Name, labels.Order)],
            [nameof(PreferencesPage.Saved)] = saved,
        });
    }

    /// <summary>A record, to be confirmed by the authority itself.</summary>
    public static string Confirmation(Recipient recipient, Authority record) => HtmlPages.Render<ConfirmationPage>(new()
    {
        [nameof(ConfirmationPage.Labels)] = new Labels(recipient.Language), [nameof(ConfirmationPage.Record)] = record,
    });

    /// <summary>A notice that is held, to be confirmed by its State's mission or ministry.</summary>
    public string HeldNotice(Recipient recipient, string notice, IReadOnlyList<DirectoryChange> changes)
    {
        var labels = new Labels(recipient.Language);
        var teller = new ChangeWording(labels, networks);
        return HtmlPages.Render<HeldNoticePage>(new()
        {
            [nameof(HeldNoticePage.Labels)] = labels, [nameof(HeldNoticePage.Notice)] = notice,
            [nameof(HeldNoticePage.Stories)] = (IReadOnlyList<ChangeEntry>)[.. changes.Select(teller.Tell)],
        });
    }

    /// <summary>The files of an edition: those in the recipient's language, and those in none.</summary>
    public static string Edition(Recipient recipient, Manifest edition, string token)
    {
        var labels = new Labels(recipient.Language);
        var files = edition.Files.Select(f => (f.Name, Text: labels.Find(EditionFiles.LabelOf(f.Name, recipient.Language))))
            .Where(f => f.Text is not null).Select(f => new MailLink(f.Text!, new($"/links/{token}/{f.Name}", UriKind.Relative)));
        return HtmlPages.Render<EditionFilesPage>(new()
        {
            [nameof(EditionFilesPage.Labels)] = labels,
            [nameof(EditionFilesPage.Title)] = labels.Say("Mail.Edition", edition.Edition.ToString()).ToText(labels.RightToLeft),
            [nameof(EditionFilesPage.Files)] = (IReadOnlyList<MailLink>)[.. files],
        });
    }

    /// <summary>That a confirmation was received, as a notice.</summary>
    public static string Confirmed(Language language, string notice) => Note(language, "Link.Confirmed", null, notice);

    /// <summary>That a notice is confirmed and goes to review.</summary>
    public static string NoticeConfirmed(Language language, string notice) => Note(language, "Link.HeldConfirmed", null, notice);

    /// <summary>That a notice does not fit the directory as it stands, and is the Secretariat's to clear up.</summary>
    public static string HeldButUnclear(Language language, string notice) => Note(language, "Link.HeldUnclear", null, notice);

    /// <summary>That a notice waits for nobody's word any more.</summary>
    public static string NotHeld(Language language, string notice) => Note(language, "Link.NotHeld", null, notice);

    /// <summary>That a link is too old, with a button for a fresh one.</summary>
    public static string Expired(Language language) => Note(language, "Link.Expired", "Link.Renew");

    /// <summary>That a fresh link is on its way.</summary>
    public static string Renewed(Language language) => Note(language, "Link.Renewed", null);

    /// <summary>That a link does not work.</summary>
    public static string Unknown(Language language) => Note(language, "Link.Unknown", null);

    private static string Note(Language language, string key, string? button, params Phrase[] values)
    {
        var labels = new Labels(language);
        return HtmlPages.Render<NotePage>(new()
        {
            [nameof(NotePage.Labels)] = labels, [nameof(NotePage.Key)] = key, [nameof(NotePage.Text)] = labels.Say(key, values),
            [nameof(NotePage.Button)] = button,
        });
    }
}
