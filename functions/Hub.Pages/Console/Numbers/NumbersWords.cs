using Hub.Notices;
using Hub.Notices.Numbers;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Console.Numbers;

/// <summary>Numbers in words, as bars and as rows.</summary>
internal sealed class NumbersWords(NumbersView view, Labels labels)
{
    private const int MostBars = 12;

    // A page is not to weigh more than it must: the table for programs has all.
    private const int MostRows = 30;

    /// <summary>The bars of a chart; of States, those with the most.</summary>
    public IReadOnlyList<Bar> Bars(NumbersTable table) => table switch
    {
        NumbersTable.States or NumbersTable.Kinds or NumbersTable.Channels =>
            [.. Counts(table).Take(MostBars).Select(r => new Bar(Name(table, r.Key), r.Total, labels.Number(r.Total)))],
        NumbersTable.Decisions =>
        [
            .. view.Decisions.Select(d => new Bar(
                labels.Month(d.Month.First), d.Median?.TotalDays ?? 0, Say("Numbers.Half", d.Median), d.NineTenths?.TotalDays ?? 0,
                Say("Numbers.Nine", d.NineTenths))),
        ],
        NumbersTable.Confirmed =>
            [.. view.Confirmed.Select(c => new Bar(labels.Month(c.Month.First), c.Percent ?? 0, Percent(c)))],
        NumbersTable.Mails =>
        [
            .. view.Mails.Select(m => new Bar(
                labels.Month(m.Month.First), m.Sent, Say("Numbers.Sent", m.Sent), m.Bounced, Say("Numbers.Back", m.Bounced))),
        ],
    };

    /// <summary>The head of a table.</summary>
    public IReadOnlyList<string> Head(NumbersTable table) => table switch
    {
        NumbersTable.States or NumbersTable.Kinds or NumbersTable.Channels =>
            [labels[$"Numbers.{table}.Key"], labels["Numbers.Total"], .. view.Span.Months.Select(m => labels.ShortMonth(m.First))],
        NumbersTable.Decisions => Words("Month", "Decided", "Median", "NineTenths"),
        NumbersTable.Confirmed => Words("Month", "Records", "InTheYear", "Share"),
        NumbersTable.Mails => Words("Month", "MailsSent", "MailsBack"),
    };

    /// <summary>The rows of a table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(NumbersTable table) => table switch
    {
        NumbersTable.States or NumbersTable.Kinds or NumbersTable.Channels =>
        [
            .. Counts(table).Take(MostRows).Select(r => (IReadOnlyList<string>)
                [Name(table, r.Key), labels.Number(r.Total), .. r.Counts.Select(c => labels.Number(c))]),
        ],
        NumbersTable.Decisions =>
        [
            .. view.Decisions.Select(d => (IReadOnlyList<string>)
                [labels.Month(d.Month.First), labels.Number(d.Decided), Days(d.Median), Days(d.NineTenths)]),
        ],
        NumbersTable.Confirmed =>
        [
            .. view.Confirmed.Select(c => (IReadOnlyList<string>)
                [labels.Month(c.Month.First), labels.Number(c.Records), labels.Number(c.Confirmed), Percent(c)]),
        ],
        NumbersTable.Mails =>
        [
            .. view.Mails.Select(m => (IReadOnlyList<string>)
                [labels.Month(m.Month.First), labels.Number(m.Sent), labels.Number(m.Bounced)]),
        ],
    };

    private IReadOnlyList<CountRow> Counts(NumbersTable table) => table switch
    {
        NumbersTable.States => [.. view.States.OrderByDescending(r => r.Total).ThenBy(r => Name(table, r.Key), labels.Order)],
        NumbersTable.Kinds => view.Kinds,
        _ => view.Channels,
    };

    private string Name(NumbersTable table, string key) => table switch
    {
        NumbersTable.States => view.Names.GetValueOrDefault(key, key),
        NumbersTable.Kinds => Codes.TryParse<NoticeKind>(key, out var kind) ? labels.Of(kind) : labels["Notice.Kind.Unknown"],
        _ => Codes.TryParse<NoticeChannel>(key, out var channel) ? labels.Of(channel) : key,
    };

    private IReadOnlyList<string> Words(params string[] keys) => [.. keys.Select(k => labels[$"Numbers.{k}"])];

    private string Percent(ConfirmedRecords records) => records.Percent is { } percent
        ? labels.Say("Numbers.Percent", labels.Number(percent)).ToText(false)
        : labels["Numbers.None"];

    private string Say(string key, TimeSpan? time) => time is null ? "" : labels.Say(key, Days(time)).ToText(false);

    private string Say(string key, int number) => labels.Say(key, labels.Number(number)).ToText(false);

    // Hours where it took less than two days.
    private string Days(TimeSpan? time) => time switch
    {
        null => labels["Numbers.None"],
        { TotalDays: < 2 } hours => labels.Say("Numbers.Hours", labels.Number((long)Math.Round(hours.TotalHours))).ToText(false),
        { } days => labels.SayCount("Numbers.Days", (long)Math.Round(days.TotalDays)).ToText(false),
    };
}
