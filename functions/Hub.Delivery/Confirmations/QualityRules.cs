using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Delivery.Confirmations;

/// <summary>What is wrong with a State's records and laws by themselves: pure functions of these and the day.</summary>
public static class QualityRules
{
    /// <summary>Everything that is wrong with records of one State, in the order of their ids.</summary>
    public static IEnumerable<QualityItem> Of(IEnumerable<Authority> records, DateOnly day)
    {
        var listed = records.Where(a => a.Upkeep.Status != RecordStatus.Withdrawn && a.Restricted.IsInForce(day)).ToList();
        return [.. listed.SelectMany(a => Unconfirmed(a, day)), .. listed.SelectMany(Incomplete), .. Overlapping(listed, day)];
    }

    /// <summary>Everything that is wrong with laws of one State, in the order of their ids.</summary>
    public static IEnumerable<QualityItem> Of(IEnumerable<Law> laws, DateOnly day) =>
        from law in laws
        where law.Listed
        orderby law.LawId
        from item in Of(law, day)
        select item;

    // Of a law that was never confirmed, the year begins with the day on which it was furnished.
    private static IEnumerable<QualityItem> Of(Law law, DateOnly day)
    {
        var confirmed = law.LastConfirmed is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : law.FurnishedOn;
        if (confirmed.AddYears(1) < day)
            yield return new(QualityKind.LawUnconfirmed, law.LawId, "not confirmed for a year", confirmed.AddYears(1));
        if (law.ObjectionsUntil() is { } until && until < day)
            yield return new(QualityKind.LawUnopposed, law.LawId, "found by the Secretariat; the days to object are over", until);
    }

    private static IEnumerable<QualityItem> Unconfirmed(Authority record, DateOnly day) => UpkeepPolicy.IsUnconfirmed(record.Upkeep, day)
        ? [new(
            QualityKind.Unconfirmed, record.Id, "not confirmed for 15 months",
            UpkeepPolicy.LastConfirmed(record.Upkeep).AddMonths(UpkeepPolicy.MonthsUntilUnconfirmed))]
        : [];

    private static IEnumerable<QualityItem> Incomplete(Authority record)
    {
        var missing = Needed(record.Restricted).Where(n => n.IsMissing).Select(n => n.Field).ToList();
        return missing.Count == 0
            ? []
            : [
                new(QualityKind.Incomplete, record.Id, $"lacks {string.Join(", ", missing)}")
                {
                    Missing = [.. missing.Select(m => m.Split(' ')[0])],
                },
            ];
    }

    // What a request needs to be sent and understood (001 §10).
    private static IEnumerable<(string Field, bool IsMissing)> Needed(AuthorityRestricted record) =>
    [
        ("emails (a functional one)", record.Emails?.Any(e => e.Functional) != true),
        ("phones", record.Phones is not { Count: > 0 }),
        ("postalAddress", record.PostalAddress is null),
        ("officeHours", record.OfficeHours is not { Count: > 0 }),
        ("timeZone", record.TimeZone is null),
        ("languagesOfRequests", record.LanguagesOfRequests is not { Count: > 0 }),
        ("urgentProcedure", record.UrgentProcedure is null),
    ];

    private static IEnumerable<QualityItem> Overlapping(IReadOnlyList<Authority> records, DateOnly day) =>
        from held in records.SelectMany(r => r.Restricted.Designations.Where(d => d.HoldsOn(day)).Select(d => (Record: r, Designation: d)))
        group held by (Pair: held.Designation.Pair(), held.Designation.Function, held.Designation.Scope) into same
        let ids = same.Select(s => s.Record.Id).Distinct().Order(StringComparer.Ordinal).ToList()
        where ids.Count > 1
        let pair = same.Key.Pair
        select new QualityItem(
            QualityKind.Overlapping, ids[0],
            $"{string.Join(", ", ids.Skip(1))} too for {pair.Matter.Code()}, {pair.Instrument.Code()} article {pair.Article}")
        {
            Others = [.. ids.Skip(1)],
            Pair = pair,
        };
}
