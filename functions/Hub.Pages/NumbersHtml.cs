using System.Globalization;
using Hub.Notices.Numbers;
using Hub.Pages.Console.Numbers;
using Hub.Pages.Rendering;
using Hub.Pages.Site;

namespace Hub.Pages;

/// <summary>The Secretariat's page of numbers.</summary>
public static class NumbersHtml
{
    /// <summary>The page.</summary>
    public static string Numbers(Visit visit, NumbersView view) => SiteHtml.Html<NumbersPage>(visit, (nameof(NumbersPage.View), view));

    /// <summary>A table for programs: a row for each month and each of what is counted.</summary>
    public static byte[] Csv(NumbersView view, NumbersTable table)
    {
        ArgumentNullException.ThrowIfNull(view);
        return table switch
        {
            NumbersTable.States => Counts("state", view.States, view.Span),
            NumbersTable.Kinds => Counts("kind", view.Kinds, view.Span),
            NumbersTable.Channels => Counts("channel", view.Channels, view.Span),
            NumbersTable.Decisions => CsvTable.Write(
                ["month", "decided", "medianHours", "nineTenthsHours"],
                view.Decisions.Select(d => new[] { d.Month.ToString(), Number(d.Decided), Hours(d.Median), Hours(d.NineTenths) })),
            NumbersTable.Confirmed => CsvTable.Write(
                ["month", "records", "confirmed"],
                view.Confirmed.Select(c => new[] { c.Month.ToString(), Number(c.Records), Number(c.Confirmed) })),
            NumbersTable.Mails => CsvTable.Write(
                ["month", "sent", "bounced"], view.Mails.Select(m => new[] { m.Month.ToString(), Number(m.Sent), Number(m.Bounced) })),
        };
    }

    private static byte[] Counts(string key, IEnumerable<CountRow> rows, MonthSpan span) => CsvTable.Write(
        ["month", key, "notices"],
        rows.SelectMany(r => span.Months.Zip(r.Counts, (month, count) => new[] { month.ToString(), r.Key, Number(count) })));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hours(TimeSpan? time) => time?.TotalHours.ToString("F1", CultureInfo.InvariantCulture) ?? "";
}
