using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Laws;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Laws;

namespace Hub.Intake.Notes;

/// <summary>Puts a law that a note tells of into a notice for the library; what it does not say, the rules ask for.</summary>
internal static partial class LawFields
{
    private const string Law = "/changes/0/law";

    /// <summary>Fills the notice.</summary>
    public static void Fill(NoticeDraft draft, NoteText note, NamedLaw law, IReadOnlyList<Found<NamedPair>> pairs)
    {
        draft.Put("/kind", NoticeKind.Legislation.Code(), law.Title);
        draft.Set($"{Law}/titleOriginal", law.Title);
        draft.Place($"{Law}/language", note.Lexicon.Language.Code());
        draft.Set($"{Law}/type", law.Type);
        draft.Set($"{Law}/number", law.Number);
        draft.Day($"{Law}/dates/adopted", law.Adopted);
        draft.Day($"{Law}/dates/published", law.Published);
        draft.Day($"{Law}/dates/inForce", law.InForce);
        draft.Set($"{Law}/citation", law.Citation);
        draft.Set($"{Law}/officialUrl", law.Address);
        if (pairs.Count > 0)
            Provisions(draft, law, pairs);
    }

    // Which provision carries out which article is for a person to say; that the law does, the note says.
    private static void Provisions(NoticeDraft draft, NamedLaw law, IReadOnlyList<Found<NamedPair>> pairs)
    {
        draft.Place($"{Law}/provisions/0/label", Provision.Whole);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i].Value.Pair;
            draft.Put(
                $"{Law}/provisions/0/articles/{i}",
                new JsonObject { ["instrument"] = pair.Instrument.Code(), ["article"] = Digits().Match(pair.Article).Value }, pairs[i]);
        }
        if (Topics().Matches(PlainLetters.Of(law.Title.Value)).Select(TopicOf).Distinct().ToList() is { Count: > 0 } topics)
            draft.Put($"{Law}/provisions/0/topics", new JsonArray([.. topics.Select(t => (JsonNode?)t.Code())]), law.Title);
    }

    private static LawTopic TopicOf(Match match) => match.Groups["mla"].Success ? LawTopic.Mla
        : match.Groups["extradition"].Success ? LawTopic.Extradition
        : match.Groups["transfer"].Success ? LawTopic.Transfer
        : LawTopic.Confiscation;

    [GeneratedRegex(
        @"(?<mla>entraide|mutual|assistance|asistencia|cooperacion judicial)|(?<extradition>extradi)|(?<transfer>transf[eè]r|traslado)|confisc|decomis",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Topics();

    [GeneratedRegex("^[0-9]{1,2}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
