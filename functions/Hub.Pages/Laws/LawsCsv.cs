using System.Globalization;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Pages.Laws;

/// <summary>A list of laws as a table for programs: heads in words, values as codes.</summary>
public static class LawsCsv
{
    /// <summary>Its media type.</summary>
    public const string MediaType = CsvTable.MediaType;

    private static readonly string[] Fields = ["titles", "type", "number", "status", "adopted", "inForce", "lastAmended", "repealed"];

    /// <summary>The bytes.</summary>
    public static byte[] Write(IReadOnlyList<ListedLaw> laws, Language language)
    {
        var labels = new Labels(language);
        return CsvTable.Write(
            [
                "id", labels["Laws.Word.State"], "ISO 3166-1", labels["Laws.Original"], labels["Law.language"],
                .. Fields.Select(f => labels[$"Law.{f}"]),
                labels["Laws.Articles"], labels["Law.officialUrl"], labels["Laws.Source"], labels["Laws.LastUpdated"],
            ],
            laws.Select(l => Row(l.Law, l.StateName, language)));
    }

    private static string[] Row(Law law, string state, Language language) =>
    [
        law.LawId, state, law.State.Value, law.TitleOriginal, law.Language,
        LawTitle.Of(law, language) is { IsOriginal: false } title ? title.Text : "", law.Type.Code(), law.Number ?? "", law.Status.Code(),
        .. new[] { law.Dates.Adopted, law.Dates.InForce, law.Dates.LastAmended, law.Dates.Repealed }.Select(Day),
        string.Join('\n', law.Provisions.SelectMany(p => p.Articles).Select(a => $"{a.Instrument.Code()} {a.Article}").Distinct()),
        law.OfficialUrl ?? "", law.Source.Code(), Day(DateOnly.FromDateTime(law.LastUpdated.UtcDateTime)),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
