using Hub.Pages.Directory.Find;
using Hub.Pages.Directory.Frame;
using Hub.Pages.Directory.Hours;
using Hub.Pages.Directory.Lists;
using Hub.Pages.Directory.Offices;
using Hub.Pages.Directory.Results;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages;

/// <summary>
/// The pages of the directory. What is given no register shows functions and States only, for it has nothing else; with one, it is for who
/// may read the records.
/// </summary>
public static class DirectoryHtml
{
    private const int MostOfState = 10;

    /// <summary>The first page.</summary>
    public static string Home(Visit visit, bool isPublic) => SiteHtml.Html<FindPage>(visit, (nameof(FindPage.IsPublic), isPublic));

    /// <summary>Which State is meant.</summary>
    public static string WhichState(Visit visit, FindChoice choice, IReadOnlyList<(StateCode State, string Name)> states, bool isEmpty) =>
        SiteHtml.Html<WhichStatePage>(
            visit, (nameof(WhichStatePage.Choice), choice), (nameof(WhichStatePage.States), states),
            (nameof(WhichStatePage.IsEmpty), isEmpty));

    /// <summary>What for.</summary>
    public static string WhichMatter(
        Visit visit, FindChoice choice, string stateName, IReadOnlyList<(StateCode State, string Name)> similar,
        IReadOnlyList<Matter> designated) =>
        SiteHtml.Html<WhichMatterPage>(
            visit, (nameof(WhichMatterPage.Choice), choice), (nameof(WhichMatterPage.StateName), stateName),
            (nameof(WhichMatterPage.Similar), similar), (nameof(WhichMatterPage.Designated), designated));

    /// <summary>Who is competent, for everyone.</summary>
    public static string FoundForAll(Visit visit, FoundView found) =>
        SiteHtml.Html<PublicFoundPage>(visit, (nameof(PublicFoundPage.Found), found));

    /// <summary>Who is competent, for readers.</summary>
    public static string FoundForReaders(Visit visit, FoundRecords records) =>
        SiteHtml.Html<ReaderFoundPage>(visit, (nameof(ReaderFoundPage.Records), records));

    /// <summary>An office, for everyone.</summary>
    public static string OfficeForAll(Visit visit, PublicOffice office, string stateName) => SiteHtml.Html<PublicOfficePage>(
        visit, (nameof(PublicOfficePage.Office), office), (nameof(PublicOfficePage.StateName), stateName));

    /// <summary>An office, for readers.</summary>
    public static string OfficeForReaders(Visit visit, OfficeView view, bool canReport) => SiteHtml.Html<ReaderOfficePage>(
        visit, (nameof(ReaderOfficePage.View), view), (nameof(ReaderOfficePage.CanReport), canReport));

    /// <summary>The form that tells the Secretariat of an error.</summary>
    public static string Report(Visit visit, Authority record, string key, string? text, string? problem)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(record);
        return SiteHtml.Html<ReportPage>(
            visit, (nameof(ReportPage.RecordId), record.Id), (nameof(ReportPage.Name), record.Name(visit.Language)),
            (nameof(ReportPage.Key), key), (nameof(ReportPage.Text), text),
            (nameof(ReportPage.Problem), problem is null ? null : visit.Labels[problem]));
    }

    /// <summary>That there is no such thing.</summary>
    public static string Missing(Visit visit) => SiteHtml.Html<NoOfficePage>(visit);

    /// <summary>The States.</summary>
    public static string States(Visit visit, IReadOnlyList<StateOffices> states) =>
        SiteHtml.Html<StatesPage>(visit, (nameof(StatesPage.States), states));

    /// <summary>A State.</summary>
    public static string State(Visit visit, StateView view, RegisterSnapshot? register) => Listed<StatePage>(
        visit, register, (nameof(StatePage.View), view));

    /// <summary>The instruments.</summary>
    public static string Instruments(Visit visit, IReadOnlyList<(Instrument Instrument, int States)> instruments) =>
        SiteHtml.Html<InstrumentsPage>(visit, (nameof(InstrumentsPage.Instruments), instruments));

    /// <summary>The offices designated under an instrument.</summary>
    public static string Instrument(Visit visit, Instrument instrument, IReadOnlyList<StateOffices> states, RegisterSnapshot? register)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Listed<OfficesPage>(
            visit, register, (nameof(OfficesPage.Section), DirectorySection.Instruments),
            (nameof(OfficesPage.Title), visit.Labels.Of(instrument)),
            (nameof(OfficesPage.Empty), visit.Labels["Dir.Instruments.None"]), (nameof(OfficesPage.States), states),
            (nameof(OfficesPage.MostOfState), MostOfState),
            (nameof(OfficesPage.Crumbs), new[] { (visit.Labels["Dir.Instruments"], DirectoryAddress.Instruments) }));
    }

    /// <summary>Those that answer day and night; for everyone, those that are designated as contacts day and night.</summary>
    public static string DayAndNight(Visit visit, IReadOnlyList<StateOffices> states, RegisterSnapshot? register)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var labels = visit.Labels;
        return Listed<OfficesPage>(
            visit, register, (nameof(OfficesPage.Section), DirectorySection.DayAndNight), (nameof(OfficesPage.Title), labels["Dir.DayAndNight"]),
            (nameof(OfficesPage.Lead), labels[register is null ? "Dir.DayAndNight.Public" : "Dir.DayAndNight.Lead"]),
            (nameof(OfficesPage.Empty), labels["Dir.DayAndNight.None"]), (nameof(OfficesPage.States), states),
            (nameof(OfficesPage.Office), register is null ? OfficeTitles.OfFunctions(labels) : OfficeTitles.WithNumbers(register, labels)));
    }

    /// <summary>What was found for words.</summary>
    public static string Search(
        Visit visit, string? text, IReadOnlyList<(FoundOffice Office, string StateName)> found, int total, RegisterSnapshot? register) =>
        Listed<SearchTemplate>(
            visit, register, (nameof(SearchTemplate.Text), text), (nameof(SearchTemplate.Found), found),
            (nameof(SearchTemplate.Total), total));

    /// <summary>When several offices are open at once, for readers.</summary>
    public static string HoursForReaders(Visit visit, HoursView view) =>
        SiteHtml.Html<ReaderHoursPage>(visit, (nameof(ReaderHoursPage.View), view));

    /// <summary>The same for everybody else: how to see it.</summary>
    public static string HoursForAll(Visit visit) => SiteHtml.Html<PublicHoursPage>(visit);

    /// <summary>What changed.</summary>
    public static string Changes(Visit visit, ChangesView view, RegisterSnapshot? register) =>
        Listed<ChangesPage>(visit, register, (nameof(ChangesPage.View), view));

    /// <summary>How many States have designated somebody.</summary>
    public static string Coverage(Visit visit, CoverageView view) => SiteHtml.Html<CoveragePage>(visit, (nameof(CoveragePage.View), view));

    private static string Listed<T>(Visit visit, RegisterSnapshot? register, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var office = register is null ? OfficeTitles.OfFunctions(visit.Labels) : OfficeTitles.OfNames(register, visit.Labels);
        (string Name, object? Value)[] usual = [("IsPublic", register is null), ("Office", office)];
        return SiteHtml.Html<T>(visit, [.. usual.Where(u => parameters.All(p => p.Name != u.Name)), .. parameters]);
    }
}
