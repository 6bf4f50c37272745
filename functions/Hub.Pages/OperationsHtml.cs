using Hub.Delivery.Outbox;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Operations;
using Hub.Pages.Console.Wording;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Pages;

/// <summary>The pages of operations.</summary>
public static class OperationsHtml
{
    /// <summary>How the hub is.</summary>
    public static string Overview(Visit visit, OperationsView view) =>
        SiteHtml.Html<OverviewPage>(visit, (nameof(OverviewPage.View), view));

    /// <summary>Before mail is stopped or goes on.</summary>
    public static string Mail(Visit visit, MailStanding mail, string? reason, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<MailPausePage>(
            visit, (nameof(MailPausePage.Mail), mail), (nameof(MailPausePage.Reason), reason), (nameof(MailPausePage.Problems), problems));

    /// <summary>Failures.</summary>
    public static string Failures(Visit visit, FailureList list, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<FailuresPage>(
        visit, (nameof(FailuresPage.List), list), (nameof(FailuresPage.Problems), problems));

    /// <summary>Before failures are tried again, and what of them was not.</summary>
    public static string Retry(
        Visit visit, IReadOnlyList<DeadLetter> letters, IReadOnlyList<FailureLeft> left, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<RetryPage>(
            visit, (nameof(RetryPage.Letters), letters), (nameof(RetryPage.Left), left), (nameof(RetryPage.Problems), problems));

    /// <summary>Webhook endpoints.</summary>
    public static string Endpoints(Visit visit, IReadOnlyList<EndpointLine> endpoints) =>
        SiteHtml.Html<EndpointsPage>(visit, (nameof(EndpointsPage.Endpoints), endpoints));

    /// <summary>Before an endpoint is paused or set going.</summary>
    public static string Endpoint(Visit visit, EndpointLine endpoint, string? reason, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<EndpointPage>(
            visit, (nameof(EndpointPage.Endpoint), endpoint), (nameof(EndpointPage.Reason), reason),
            (nameof(EndpointPage.Problems), problems));

    /// <summary>The settings.</summary>
    public static string Settings(Visit visit, IReadOnlyList<SettingLine> settings) =>
        SiteHtml.Html<SettingsPage>(visit, (nameof(SettingsPage.Settings), settings));

    /// <summary>The texts of pages and mails.</summary>
    public static string Texts(Visit visit, WordingList list) => SiteHtml.Html<WordingPage>(visit, (nameof(WordingPage.List), list));

    /// <summary>The same as a table for whoever reviews them.</summary>
    public static byte[] TextsCsv(IEnumerable<WrittenText> texts) => CsvTable.Write(
        ["language", "place", "english", "text", "forReview"],
        texts.Select(t => new[] { t.Language.Code(), t.Place, t.English, t.Text, t.IsForReview ? "yes" : "no" }));

    /// <summary>Failures as a table for programs.</summary>
    public static byte[] FailuresCsv(IEnumerable<DeadLetter> letters) => CsvTable.Write(
        ["id", "queue", "work", "reason", "failedAt", "retriedAt"],
        letters.Select(l => new[]
        {
            l.Id, l.Queue, l.Body, l.Reason, ConsoleCsv.Time(l.FailedAt), l.RetriedAt is { } at ? ConsoleCsv.Time(at) : "",
        }));
}
