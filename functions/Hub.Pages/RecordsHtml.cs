using System.Globalization;
using Hub.Delivery.Confirmations;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Records;
using Hub.Pages.Console.Records.Quality;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages;

/// <summary>The Secretariat's pages of records and of what is wrong with them.</summary>
public static class RecordsHtml
{
    /// <summary>A list of records.</summary>
    public static string Records(Visit visit, RecordList list) => SiteHtml.Html<RecordsPage>(visit, (nameof(RecordsPage.List), list));

    /// <summary>A record.</summary>
    public static string Record(Visit visit, RecordDetail detail) => SiteHtml.Html<RecordPage>(
        visit with { Zone = detail.Record.Restricted.TimeZone }, (nameof(RecordPage.Detail), detail));

    /// <summary>Two versions of a record.</summary>
    public static string Versions(Visit visit, RecordVersions versions, NetworkCatalog networks) => SiteHtml.Html<VersionsPage>(
        visit, (nameof(VersionsPage.Versions), versions), (nameof(VersionsPage.Networks), networks));

    /// <summary>A State.</summary>
    public static string State(Visit visit, StateDetail detail) => SiteHtml.Html<StatePage>(visit, (nameof(StatePage.Detail), detail));

    /// <summary>That there is no such record, or no such State.</summary>
    public static string Missing(Visit visit, bool isState) =>
        SiteHtml.Html<MissingPage>(visit, (nameof(MissingPage.Key), isState ? "State.Missing" : "Record.Missing"));

    /// <summary>The networks.</summary>
    public static string Networks(Visit visit, NetworkDirectory directory) =>
        SiteHtml.Html<NetworkListPage>(visit, (nameof(NetworkListPage.Directory), directory));

    /// <summary>One of them, with what was noted of it.</summary>
    public static string Network(Visit visit, NetworkDirectory directory, Network network) => SiteHtml.Html<NetworkNotesPage>(
        visit, (nameof(NetworkNotesPage.Directory), directory), (nameof(NetworkNotesPage.Network), network));

    /// <summary>What is wrong.</summary>
    public static string Quality(Visit visit, QualityList list) => SiteHtml.Html<QualityPage>(visit, (nameof(QualityPage.List), list));

    /// <summary>Who would be asked once more.</summary>
    public static string Ask(Visit visit, AskingPlan plan, State? state, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<AskPage>(
        visit, (nameof(AskPage.Plan), plan), (nameof(AskPage.State), state?.Alpha3),
        (nameof(AskPage.StateName), state?.Name(visit.Language)), (nameof(AskPage.Problems), problems));

    /// <summary>What came back from an address.</summary>
    public static string Bounces(Visit visit, BouncedAddress bounced, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<BouncePage>(
        visit, (nameof(BouncePage.Bounced), bounced), (nameof(BouncePage.Problems), problems));

    /// <summary>Records as a table for programs.</summary>
    public static byte[] Csv(IEnumerable<ListedRecord> records) => CsvTable.Write(
        ["id", "state", "name", "instruments", "matters", "status", "version", "lastChanged", "lastConfirmed"],
        records.Select(r => new[]
        {
            r.Record.Id, r.Record.State().Value, ConsoleCsv.List(r.Record.Restricted.AuthorityName.Values),
            ConsoleCsv.List(r.Record.Restricted.Designations.Select(d => d.Instrument.Code()).Distinct()),
            ConsoleCsv.List(r.Record.Restricted.Designations.Select(d => d.Matter.Code()).Distinct()),
            r.Status.Code(), $"{r.Record.Version}", ConsoleCsv.Time(r.Record.Upkeep.LastChangedOn),
            r.Record.Upkeep.LastConfirmedOn is { } confirmed ? ConsoleCsv.Time(confirmed) : "",
        }));

    /// <summary>What is wrong as a table for programs.</summary>
    public static byte[] Csv(IEnumerable<QualityRow> rows) => CsvTable.Write(
        ["state", "subject", "name", "kind", "detail", "since"],
        rows.Select(r => new[]
        {
            r.State.Value, r.Item.Subject, r.Name, r.Item.Kind.Code(), r.Item.Detail, r.Item.Since?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        }));
}
