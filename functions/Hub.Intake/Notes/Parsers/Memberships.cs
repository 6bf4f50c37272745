using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Networks;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds the networks that a State says it has joined.</summary>
internal static partial class Memberships
{
    private static readonly ConcurrentDictionary<NetworkCatalog, IReadOnlyList<(string Id, Phrases Names)>> Known = [];

    /// <summary>The networks: those that the hub knows by their ids, others as they are called.</summary>
    public static IReadOnlyList<Found<string>> In(NoteText note, NetworkCatalog networks)
    {
        if (!note.Has(Concept.Joins, note.Body))
            return [];
        var known = (
            from network in Known.GetOrAdd(networks, NamesOf)
            from span in note.Said.SelectMany(s => network.Names.In(note.Plain, s))
            orderby span.Start, span.Length descending
            select new Found<string>(network.Id, span)
        ).ToList();
        var others = note
            .Said.SelectMany(s => Network().Matches(note.Plain[s.Start..s.End]).Select(m => new Span(s.Start + m.Index, m.Length)))
            .Where(s => !known.Any(k => k.Span.Start < s.End && s.Start < k.Span.End))
            .Select(s => new Found<string>(note.Words(s), s, 0.8));
        return
        [
            .. known
                .Where(k => !known.Any(o => o.Span.Length > k.Span.Length && o.Span.Holds(k.Span)))
                .DistinctBy(k => k.Value)
                .Concat(others),
        ];
    }

    private static IReadOnlyList<(string, Phrases)> NamesOf(NetworkCatalog networks) =>
    [
            .. networks.All.Select(n =>
                (
                    n.Id,
                    new Phrases(
                        string.Join(
                            '|',
                            n.Aliases.Prepend(n.Acronym)
                                .Prepend(n.Name)
                                .Where(a => a.Length > 3)
                                .OrderByDescending(a => a.Length)
                                .Select(Regex.Escape))))),
    ];

    [GeneratedRegex(
        @"(?<![\p{L}])(?:(?:\p{Lu}[\p{L}'-]{0,40}[ ]){1,6}Networks?(?:(?:[ ](?:of|for|the|and|in|on)){0,2}[ ]\p{Lu}[\p{L}'-]{0,40}){0,8}"
        + @"|(?:Reseau|Red)(?:[ \n]{1,3}(?!(?:est|sont|ont|qui|dont|depuis|es|son|ha|que|desde|como)\b)[\p{L}'-]{1,40}){1,12})")]
    private static partial Regex Network();
}
