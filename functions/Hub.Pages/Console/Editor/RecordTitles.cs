using Hub.Pages.Texts;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Pages.Console.Editor;

/// <summary>Authorities and laws as they are chosen from: a State may have several of one name.</summary>
internal static class RecordTitles
{
    /// <summary>The name, where the record stands, and what it is designated for.</summary>
    public static string Of(Authority record, Labels labels)
    {
        var matters = record.Restricted.Designations.GroupBy(d => d.Matter)
            .Select(m => $"{labels.Of(m.Key)} ({string.Join(", ", m.Select(d => labels.Of(d.Instrument)).Distinct())})").ToList();
        var title = $"{record.Name(labels.Language)} ({labels.Of(record.Upkeep.Status)})";
        return matters.Count == 0 ? title : $"{title}: {string.Join("; ", matters)}";
    }

    /// <summary>A law: its title and number, whether it is in force, and whether the library shows it.</summary>
    public static string Of(Law law, Labels labels)
    {
        var title = law.Number is { } number ? $"{law.Title(labels.Language)} ({number})" : law.Title(labels.Language);
        return $"{title}: {labels.Of(law.Status)}{(law.Listed ? "" : $"; {labels["Law.listed"]}: {labels["Law.No"]}")}";
    }
}
