using Hub.Notices.Recipients;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Recipients;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>The Secretariat's pages of recipients.</summary>
public static class RecipientHtml
{
    /// <summary>Recipients.</summary>
    public static string List(Visit visit, RecipientList list) =>
        SiteHtml.Html<RecipientsPage>(visit, (nameof(RecipientsPage.List), list));

    /// <summary>A recipient.</summary>
    public static string One(Visit visit, RecipientDetail detail, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<RecipientPage>(
        visit, (nameof(RecipientPage.Detail), detail), (nameof(RecipientPage.Problems), problems));

    /// <summary>A mission as it is typed.</summary>
    public static string Edit(
        Visit visit, SubscriberForm form, IReadOnlyList<(string, string)> states, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<SubscriberPage>(
            visit, (nameof(SubscriberPage.Form), form), (nameof(SubscriberPage.States), states),
            (nameof(SubscriberPage.Problems), problems));

    /// <summary>Whose links are about to be ended.</summary>
    public static string EndLinks(Visit visit, Recipient recipient) =>
        SiteHtml.Html<EndLinksPage>(visit, (nameof(EndLinksPage.Recipient), recipient));

    /// <summary>A table of missions; null where none was chosen yet.</summary>
    public static string Import(Visit visit, ImportDraft? draft, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<ImportPage>(
        visit, (nameof(ImportPage.Draft), draft), (nameof(ImportPage.Problems), problems));

    /// <summary>Recipients as a table for programs.</summary>
    public static byte[] Csv(IEnumerable<RecipientRow> rows) => CsvTable.Write(
        ["id", "state", "kind", "name", "address", "language", "cadence", "lastMail", "stopped", "bounce"],
        rows.Select(r => new[]
        {
            r.Recipient.Id, r.Recipient.State.Value, r.Kind.Code(), r.Recipient.Name, r.Recipient.Address, r.Recipient.Language.Code(),
            r.Cadence.Code(), r.LastMail is { } last ? ConsoleCsv.Time(last) : "",
            r.IsStopped ? "true" : "false", r.Bounce?.ToString() ?? "",
        }));

    /// <summary>Missions as a table that an import takes.</summary>
    public static byte[] Missions(IEnumerable<Recipient> missions) => CsvTable.Write(
        SubscriberImport.Columns,
        missions.Select(m => new[]
        {
            m.Id, m.State.Value, m.Role.Code(), m.Name, m.Address, m.Language.Code(), ConsoleCsv.List(m.Domains ?? []),
        }));
}
