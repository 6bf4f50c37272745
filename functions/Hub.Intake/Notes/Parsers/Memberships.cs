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
            .Where(s => !known.Any(k => IsSame(note, s, k.Span)))
            .Select(s => new Found<string>(Named(networks, note.Words(s)), s, 0.8));
        return
        [
            .. known
                .Where(k => !known.Any(o => o.Span.Length > k.Span.Length && o.Span.Holds(k.Span)))
                .Concat(others).DistinctBy(k => k.Value),
        ];
    }

    // "… Network of Central Authorities and Prosecutors (WACAP)" is called twice, and one.
    private static bool IsSame(NoteText note, Span name, Span known) =>
        (known.Start < name.End && name.Start < known.End)
        || (known.Start >= name.End && note.SentenceAt(name.Start).Holds(known)
            && note.Plain.LastIndexOf('(', known.Start) is var bracket && bracket >= name.End && bracket - name.End < Beside);

    private const int Beside = 50;

    // By a part of its name too, where no other network has that.
    private static string Named(NetworkCatalog networks, string name) => networks.Search(name).ToList() is [var one] ? one.Id
        : networks.All.Where(n => n.Aliases.Prepend(n.Name).Any(a => Bare(a) == Bare(name))).ToList() is [var same] ? same.Id : name;

    // "Inter-Agency Network for Asia and the Pacific", "Interagency Network - Asia/Pacific".
    private static string Bare(string name) => Small().Replace(PlainLetters.Of(name), "").ToUpperInvariant();

    [GeneratedRegex(@"\b(?:of|for|the|and|in|on|de|du|des|la|le|les|l'|pour|y|et|para|el|los|las)\b|[^\p{L}]", RegexOptions.IgnoreCase)]
    private static partial Regex Small();

    private static IReadOnlyList<(string, Phrases)> NamesOf(NetworkCatalog networks) =>
    [
        .. networks.All.Select(n => (n.Id, new Phrases(string.Join('|', n.Aliases.Prepend(n.Acronym).Prepend(n.Name)
            .Where(a => a.Length > 3).OrderByDescending(a => a.Length).Select(Escaped))))),
    ];

    // A blank of a phrase is any white space.
    private static string Escaped(string name) => string.Join(' ', name.Split(' ').Select(Regex.Escape));

    [GeneratedRegex(
        @"(?<![\p{L}])(?:(?:\p{Lu}[\p{L}'-]{0,40}[ \n]){1,6}Networks?(?:(?:(?:[ \n](?:of|for|the|and|in|on|against)){0,2}|[ \n]-)[ \n]\p{Lu}[\p{L}/'-]{0,40}){0,8}"
        + @"|(?:Reseau|Red)(?:[ \n]{1,3}(?!(?:est|sont|ont|qui|dont|depuis|es|son|ha|que|desde|como)\b)[\p{L}'-]{1,40}){1,16})")]
    private static partial Regex Network();
}
