using Hub.Intake.Inbox;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Mails;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>The pages of mails that came in.</summary>
public static class MailsHtml
{
    /// <summary>A list of mails.</summary>
    public static string List(Visit visit, MailList list) => SiteHtml.Html<MailsPage>(visit, (nameof(MailsPage.List), list));

    /// <summary>A mail.</summary>
    public static string Mail(Visit visit, MailDetail detail, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<MailPage>(
        visit, (nameof(MailPage.Detail), detail), (nameof(MailPage.Problems), problems));

    /// <summary>A decision about a mail.</summary>
    public static string Decide(Visit visit, MailDetail detail, MailDecisionDraft draft, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<DecideMailPage>(
            visit, (nameof(DecideMailPage.Detail), detail), (nameof(DecideMailPage.Draft), draft),
            (nameof(DecideMailPage.Problems), problems));

    /// <summary>Mails as a table for programs.</summary>
    public static byte[] Csv(IEnumerable<MailRecord> mails) => CsvTable.Write(
        ["id", "receivedAt", "status", "state", "from", "subject", "notices"],
        mails.Select(m => new[]
        {
            m.Id, ConsoleCsv.Time(m.ReceivedAt), m.Fate.Code(), (m.Sender?.State ?? m.Claimed)?.Value ?? "",
            MailWords.Line(m.From), MailWords.Line(m.Subject),
            ConsoleCsv.List(m.Notices),
        }));
}
