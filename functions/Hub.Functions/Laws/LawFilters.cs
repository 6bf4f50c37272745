using System.Globalization;
using Hub.Functions.Console;
using Hub.Functions.Site;
using Hub.Pages.Console.Fields;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Laws;

/// <summary>
/// Reads what somebody asks the library for. What cannot be read is said at its field, and nothing is shown for the rest: a filter that is
/// left out would otherwise show what was not asked for.
/// </summary>
public sealed class LawFilters(StateLookup finder, StateCatalog states)
{
    private const int MostSimilar = 5;

    /// <summary>What a request asks for, and what of it cannot be read.</summary>
    internal (LawFilter Filter, IReadOnlyList<FieldProblem> Problems) Read(HttpRequest request, Labels labels)
    {
        var form = new Form(request, labels, []);
        var (typed, article, words, day) =
            (request.Asked("state"), request.Asked("article"), request.Asked("q", SearchWords.Longest), request.Asked("inForceOn"));
        var state = State(form, typed);
        var instrument = form.Code<Instrument>("instrument");
        var query = new LawQuery
        {
            State = state?.Alpha3,
            Instrument = instrument,
            Article = form.Known("article", article, "Laws.Wrong.Article", a => IsArticle(a, instrument)),
            Topic = form.Code<LawTopic>("topic"),
            CrimeType = form.Code<CrimeType>("crimeType"),
            Type = form.Code<LawType>("type"),
            Region = form.Known("region", request.Asked("region"), "Laws.Wrong.Choice", states.Subregions.Contains),
            Text = words,
            InForceOn = form.Known("inForceOn", day, "Laws.Wrong.Day", d => Day(d) is not null) is { } known ? Day(known) : null,
        };
        if ((words ?? request.Query["q"].FirstOrDefault()?.Trim()) is { Length: > 0 } text && FoldedText.Of(text).Length == 0)
            form.Problems.Add(new("q", labels.Say("Laws.Wrong.Words", labels.Number(FoldedText.Longest)).ToText(labels.RightToLeft)));
        return (
            new(query) { State = state?.Name(labels.Language) ?? typed, Article = article, Words = words, Day = day }, form.Problems);
    }

    private State? State(Form form, string? typed)
    {
        if (typed is null)
            return null;
        var found = finder.Find(typed);
        if (found.State is null)
            form.Wrong(
                "state", found.Others.Count > 0 ? "Laws.Wrong.Which" : "Laws.Wrong.State", typed,
                string.Join(form.Labels["List"], found.Others.Take(MostSimilar).Select(s => s.Name(form.Labels.Language))));
        return found.State;
    }

    private static bool IsArticle(string number, Instrument? instrument) =>
        (instrument is { } one ? [one] : Articles.Instruments).Any(i => Articles.Has(new(i, number)));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Form(HttpRequest Request, Labels Labels, List<FieldProblem> Problems)
    {
        public void Wrong(string field, string key, params string[] values) =>
            Problems.Add(new(field, Labels.Say(key, [.. values.Select(v => (Phrase)v)]).ToText(Labels.RightToLeft)));

        public T? Code<T>(string name) where T : struct, Enum
        {
            if (Request.Asked(name) is not { } asked)
                return null;
            if (Codes.TryParse<T>(asked, out var value))
                return value;
            Wrong(name, "Laws.Wrong.Choice", asked);
            return null;
        }

        public string? Known(string field, string? asked, string key, Predicate<string> isKnown)
        {
            if (asked is null || isKnown(asked))
                return asked;
            Wrong(field, key, asked);
            return null;
        }
    }
}
