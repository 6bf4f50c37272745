using Hub.Delivery.Editions;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Pages.Editions;

/// <summary>Ways into an edition other than by State: who is competent for what, and who is reached day and night.</summary>
internal static class EditionIndex
{
    /// <summary>How to use the directory, a paragraph each.</summary>
    public static IReadOnlyList<string> Use(Labels labels) =>
        [labels["Edition.Use.Find"], labels["Edition.Use.Urgent"], labels["Edition.Use.None"], labels["Edition.Use.Now"]];

    /// <summary>For each article that anybody is designated for on the closing day, the States and their authorities.</summary>
    public static IReadOnlyList<IndexSection> ByMatter(Edition edition, Labels labels)
    {
        var designated =
            from state in edition.StatesIn(labels.Language)
            from authority in EditionText.Sorted(state, labels)
            from pair in authority.Restricted.HoldingOn(edition.CutOff).Select(d => d.Pair()).Distinct()
            group (state, authority) by pair;
        return
        [
            .. designated.OrderBy(g => g.Key.Instrument).ThenBy(g => g.Key.Matter).ThenBy(g => g.Key.Article, StringComparer.Ordinal)
                .Select(g => new IndexSection(
                    labels.Pair(g.Key),
                    [.. g.GroupBy(d => d.state).Select(s => new IndexRow(s.Key, Named(s.Select(d => d.authority), labels)))])),
        ];
    }

    /// <summary>Offices that are reached outside their hours, with the numbers for it.</summary>
    public static IReadOnlyList<IndexRow> DayAndNight(Edition edition, Labels labels) =>
    [
        .. from state in edition.StatesIn(labels.Language)
           from authority in EditionText.Sorted(state, labels)
           let numbers = DayAndNight(authority.Restricted)
           where numbers is not null && authority.Restricted.IsInForce(edition.CutOff)
           select new IndexRow(
               state,
               Phrase.Join(labels["List.Long"], [Name(authority, labels), .. numbers.Select(n => (Phrase)TelephoneNumbers.Shown(n.Number))])),
    ];

    // Null where nobody is reached; whoever is, without a number for it, has those of the office.
    private static IReadOnlyList<Phone>? DayAndNight(AuthorityRestricted office)
    {
        var phones = (office.Phones ?? []).Append(office.UrgentProcedure?.Phone).OfType<Phone>().ToList();
        var ofTheNight = phones.Where(p => p.Purpose == PhonePurpose.AroundTheClock).ToList();
        return ofTheNight.Count > 0 ? ofTheNight : office.OutOfHoursReach == true ? phones : null;
    }

    private static Phrase Named(IEnumerable<EditionAuthority> authorities, Labels labels) =>
        Phrase.Join(labels["List.Long"], authorities.Select(a => Name(a, labels)));

    private static Phrase Name(EditionAuthority authority, Labels labels) => authority.Restricted.NameIn(labels.Language.Code());
}

/// <summary>What an index has for one article.</summary>
/// <param name="Title">The article, and what it is for.</param>
/// <param name="Rows">The States, in the language's order.</param>
public sealed record IndexSection(Phrase Title, IReadOnlyList<IndexRow> Rows) : Confidential;

/// <summary>A State in an index.</summary>
/// <param name="State">The State.</param>
/// <param name="Says">Whom it has.</param>
public sealed record IndexRow(EditionState State, Phrase Says) : Confidential;
