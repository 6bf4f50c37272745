using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Meaning;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>Fills in the changes that a note makes, by its kind: each office gets what stands where the note speaks of it.</summary>
internal sealed class ChangeFields(
    NoteText note, NoticeDraft draft, StateCatalog states, NoteMeaning meaning, Mentions mentions, StateCode? state, DateHit? written)
{
    private const int LongestUnit = 120;
    private int _changes;

    /// <summary>Fills them in.</summary>
    public void Fill(NoticeKind kind, IReadOnlyList<Found<NamedPair>> pairs)
    {
        IReadOnlyList<Found<NamedPair>> of = [.. pairs.Where(p => !p.Value.IsLegalBasis)];
        switch (kind)
        {
            case NoticeKind.NewDesignation:
                Designations();
                Bases();
                break;
            case NoticeKind.ChangeOfDesignation:
                ChangeOfDesignation(of);
                Bases();
                break;
            case NoticeKind.ChangeOfContact when meaning.Rows.Count > 0:
                foreach (var (record, row) in meaning.Rows)
                    Row(Next(), record, row);
                break;
            case NoticeKind.ChangeOfContact:
                Contact(Next());
                break;
            case NoticeKind.Withdrawal:
                Withdrawal(Next(), of);
                break;
            case NoticeKind.ConfirmationNoChange:
                draft.Set($"{Next()}/recordId", meaning.Record);
                break;
            case NoticeKind.NilDeclaration:
                foreach (var pair in of.Count > 0 ? of : new PairParser(note).WithoutArticle(note.Body))
                    OnePair($"{Next()}/pair", pair);
                break;
            case NoticeKind.TemporaryMeasure:
                Situation(Next());
                break;
            case NoticeKind.LegalBasisDeclaration:
                Bases();
                break;
            case NoticeKind.NetworkMembership:
                Networks();
                break;
            case NoticeKind.Correction or NoticeKind.NotANotice:
                break;
            default:
                throw new NotSupportedException(kind.Code());
        }
        // A note on a network that also gives a telephone says two things.
        if (kind is NoticeKind.NetworkMembership && meaning.Record is not null)
            Contact(Next());
    }

    private string Next() => $"/changes/{_changes++}";

    private readonly Recorded _recorded = new(mentions.Authorities);

    private NoteText Current => note.Without(
        [.. Layout.Tables.Old(note, meaning.Tables), .. _recorded.Columns(note, meaning.Tables)]);

    private ContactFields ContactsIn(NoteText part) => new(part, draft, states, state, _recorded);

    private void Designations()
    {
        var scopes = Scopes.Of(Current, meaning.New, meaning.Tables);
        foreach (var (office, scope) in meaning.New.Zip(scopes))
            Designation(Next(), office, scope);
    }

    private void Designation(string change, OfficeName office, NoteText scope)
    {
        var at = $"{change}/authority";
        Name(at, office, scope);
        var pairs = PairsOf(scope);
        for (var i = 0; i < pairs.Count; i++)
        {
            OnePair($"{at}/designations/{i}", pairs[i]);
            draft.Set(
                $"{at}/designations/{i}/function",
                Functions.For(scope, pairs[i].Value.Pair, office.Span) ?? Functions.For(note, pairs[i].Value.Pair, office.Span));
        }
        var block = Places(office).Select(n => BelowName(scope, n)).FirstOrDefault(a => a is not null);
        ContactsIn(scope).Fill(at, null, block, [office.Name.Value]);
        var own = pairs.Select(p => p.Value.Pair).ToList();
        var replaced = meaning.ReplacedBy(own);
        draft.Set($"{change}/replaces", replaced);
        if (meaning.IsBeside(own))
            draft.Place($"{change}/replaces", "none");
        draft.Day($"{change}/lastDay", replaced is null ? null : NoteDates.Last(note, written));
    }

    // Wherever it is named.
    private IEnumerable<OfficeName> Places(OfficeName office) => mentions.All.Select(m => m.Name)
        .Where(n => n.Name.Value.Equals(office.Name.Value, StringComparison.OrdinalIgnoreCase)).Prepend(office);

    // What is said of another authority, which stays, is none of this one's.
    private IReadOnlyList<Found<NamedPair>> PairsOf(NoteText scope)
    {
        var parser = new PairParser(note);
        var own = PairParser.Each(parser.In(note.Body)
            .Where(p => !p.Value.IsLegalBasis && scope.Plain.AsSpan(p.Span.Start, p.Span.Length).Trim().Length > 0 && !IsOfAnother(p.Span)
                && !IsKept(p.Span)));
        // An article that the instrument does not have for this is put in as it was said: the rules ask (V04).
        if (own.Count == 0 && parser.Foreign(note.Body) is { } foreign)
            return [foreign];
        return own.Count > 0 ? own
            : meaning.New.Count == 1 ? parser.WithoutArticle(note.Body)
            : parser.WithoutArticle(note.Body).Where(p => scope.Plain.AsSpan(p.Span.Start, p.Span.Length).Trim().Length > 0).ToList();
    }

    // The office named last before it in its sentence; one that is replaced may keep some.
    private bool IsOfAnother(Span span)
    {
        var sentence = note.SentenceAt(Math.Max(0, span.End - 1));
        // The ministry behind an office is what that is part of.
        var nearest = mentions.All.LastOrDefault(m => m.Span.Start >= sentence.Start && m.Span.End <= span.End
            && (m.Record is not null || !note.Has(Concept.Institution, m.Span) || meaning.New.Any(n => n.IsCalledAs(m.Name))));
        return nearest?.Record is { } record && (record != meaning.Record?.Value
            || (meaning.New.Count > 0 && note.Has(Concept.Stays, Span.Between(nearest.Span.End, span.Start))));
    }

    // "…, extradition (article 16) remaining with the said Directorate": what a clause says to stay is none of the new office.
    private bool IsKept(Span pair)
    {
        var start = note.Plain.AsSpan(0, pair.End - 1).LastIndexOfAny(ClauseEnds) + 1;
        var end = note.Plain.AsSpan(pair.End).IndexOfAny(ClauseEnds) is >= 0 and var length ? pair.End + length : note.Plain.Length;
        var clause = Span.Between(start, end);
        return note.Has(Concept.Stays, clause) && meaning.Record is not null
            && !mentions.All.Any(m => clause.Holds(m.Span) && meaning.New.Any(n => n.IsCalledAs(m.Name)));
    }

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.\n");

    private void Name(string at, OfficeName name, NoteText scope)
    {
        draft.Set($"{at}/authorityName/{note.Lexicon.Language.Code()}", name.Name);
        if (meaning.OtherParentOf(name) is { } other && name.Parent is { } parent)
            draft.AskWhich($"{at}/parentInstitution", parent.Span, other.Span);
        else
            draft.Set($"{at}/parentInstitution", name.Parent);
        draft.Set($"{at}/authorityKind", Functions.KindOf(note, name));
        draft.Set($"{at}/unitName", Unit(scope, name));
    }

    // A unit of it, under a label of its own.
    private static Found<string>? Unit(NoteText scope, OfficeName of) => (
        from value in Labels.Values(scope, Concept.UnitLabel, [])
        where value.Length is > 3 and < LongestUnit && scope.Plain.AsSpan(value.Start, value.Length).IndexOfAny('@', '+') < 0
        where char.IsUpper(scope.Plain[value.Start]) && !value.Holds(of.Name.Span)
        select new Found<string>(scope.Words(value), value, 0.8)).FirstOrDefault();

    // The lines below its name, where that stands on a line of its own.
    private NamedAddress? BelowName(NoteText scope, OfficeName office)
    {
        var line = note.LineAt(office.Name.Span.Start);
        if (note.Plain[line.Start..office.Name.Span.Start].Trim().Length > 0 || line.End >= note.Plain.Length)
            return null;
        var block = Blocks.At(scope, line.End);
        if (block.Count == 0)
            return null;
        if (office.Parent is null && new OfficeNames(note).IsInstitution(block[0]) && block.Count > 1)
            block = [.. block.Skip(1)];
        return new PostalAddresses(scope, states, state).Of([
            .. block.SkipWhile(l => office.Parent is { } p && p.Span.Start < l.End && l.Start < p.Span.End),
        ]);
    }

    private void ChangeOfDesignation(IReadOnlyList<Found<NamedPair>> pairs)
    {
        var change = Next();
        draft.Set($"{change}/recordId", meaning.Record);
        var present = mentions.Of(meaning.Record?.Value);
        if (meaning.Renamed is { } renamed)
            Name($"{change}/set", renamed, note);
        if (meaning.MovedTo is { } parent)
            draft.Set($"{change}/set/parentInstitution", parent);
        var added = pairs.Where(
            p => present?.Restricted.Designations.All(d => d.Pair() != p.Value.Pair) != false && !IsOfAnother(p.Span)).ToList();
        var near = meaning.Kind?.Span ?? default;
        var about = added.Concat(pairs).Select(p => p.Value.Pair).Concat(present?.Restricted.Designations.Select(d => d.Pair()) ?? []);
        var functions = about.Select(pair => Functions.For(note, pair, near)).FirstOrDefault(f => f is not null);
        var isOfPresent = added.Count == 0 && functions is not null && present is not null
            && ((meaning.Renamed is null && meaning.MovedTo is null) || note.Has(Concept.Changed, note.SentenceAt(functions.Span.Start)));
        // A patch replaces the whole list: what the note does not speak of stays.
        var kept = added.Count > 0 || isOfPresent ? present?.Restricted.Designations ?? [] : [];
        for (var i = 0; i < added.Count; i++)
        {
            OnePair($"{change}/set/designations/{i}", added[i]);
            draft.Set($"{change}/set/designations/{i}/function", Functions.For(note, added[i].Value.Pair, near));
        }
        for (var i = 0; i < kept.Count; i++)
        {
            draft.Place($"{change}/set/designations/{added.Count + i}", JsonSerializer.SerializeToNode(kept[i], HubJson.Options)!);
            if (isOfPresent)
                draft.Set($"{change}/set/designations/{i}/function", functions);
        }
        ContactsIn(Current).Fill($"{change}/set", present, null, mentions.NamesOf(meaning.Record?.Value));
    }

    private void Contact(string change)
    {
        draft.Set($"{change}/recordId", meaning.Record);
        ContactsIn(Current)
            .Fill($"{change}/set", mentions.Of(meaning.Record?.Value), NamedBelow(), mentions.NamesOf(meaning.Record?.Value));
    }

    private void Row(string change, Found<string> record, IReadOnlyList<Cell> row)
    {
        draft.Set($"{change}/recordId", record);
        ContactsIn(Current.Only([.. row.Select(c => c.Span)]))
            .Fill($"{change}/set", mentions.Of(record.Value), null, mentions.NamesOf(record.Value));
    }

    // An address set apart under the name of the record.
    private NamedAddress? NamedBelow() => mentions.All.Where(m => m.Record is not null && m.Record == meaning.Record?.Value)
        .Select(m => BelowName(Current, m.Name)).FirstOrDefault(a => a is not null);

    private void Withdrawal(string change, IReadOnlyList<Found<NamedPair>> pairs)
    {
        draft.Set($"{change}/recordId", meaning.Record);
        var ended = pairs.Where(p => !note.Has(Concept.Stays, note.SentenceAt(p.Span.Start))).ToList();
        EachPair($"{change}/pairs", ended.Count > 0 ? ended : pairs);
        if (NoteDates.LastOf(note, meaning.Phrases, written) is { } last)
            draft.Day($"{change}/lastDay", last);
        else if (NoteDates.Two(note, isLast: true) is var (first, second))
            draft.AskWhich($"{change}/lastDay", first, second);
    }

    private void Networks()
    {
        foreach (var network in meaning.Networks)
        {
            var at = $"{Next()}/membership";
            draft.Set($"{at}/network", network);
            draft.Place($"{at}/role", "MEMBER");
        }
    }

    private void Bases()
    {
        foreach (var basis in meaning.Bases)
            Basis(Next(), basis);
    }

    private void EachPair(string pointer, IReadOnlyList<Found<NamedPair>> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
            OnePair($"{pointer}/{i}", pairs[i]);
    }

    private void OnePair(string pointer, Found<NamedPair> found)
    {
        if (!Pairs.IsAllowed(found.Value.Pair))
        {
            draft.Place(pointer, JsonSerializer.SerializeToNode(found.Value.Pair, HubJson.Options)!);
            return;
        }
        draft.Put($"{pointer}/instrument", found.Value.Pair.Instrument.Code(), found);
        draft.Put($"{pointer}/article", found.Value.Pair.Article, found);
        draft.Put($"{pointer}/matter", found.Value.Pair.Matter.Code(), found);
    }

    private void Situation(string change)
    {
        draft.Set($"{change}/recordId", meaning.Record);
        if (meaning.Situation is not { } found)
            return;
        var at = $"{change}/temporaryNotice";
        draft.Put($"{at}/kind", found.Value.Kind, found);
        draft.Put($"{at}/text", found.Value.Text, found);
        draft.Put($"{at}/from", Day(found.Value.From), found);
        draft.Put($"{at}/to", Day(found.Value.To!.Value), found);
    }

    private void Basis(string at, Found<LegalBasis>? found)
    {
        if (found is null)
            return;
        draft.Put($"{at}/legalBasis/instrument", found.Value.Instrument.Code(), found);
        draft.Put($"{at}/legalBasis/value", found.Value.Value.Code(), found);
    }

    private static JsonNode Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
