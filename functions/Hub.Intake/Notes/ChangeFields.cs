using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>Fills in the change that a note makes, by its kind.</summary>
internal sealed class ChangeFields(NoteText note, NoticeDraft draft, StateCatalog states, RegisterSnapshot register, NoteContext context)
{
    private const string Change = "/changes/0";
    private readonly Records _records = new(note, register, context.State, context.Today);

    /// <summary>Fills it in.</summary>
    public void Fill(NoticeKind kind, IReadOnlyList<Found<NamedPair>> pairs)
    {
        IReadOnlyList<Found<NamedPair>> of = [.. pairs.Where(p => !p.Value.IsLegalBasis)];
        switch (kind)
        {
            case NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation:
                Designation(of.Count > 0 ? of : new PairParser(note).WithoutArticle(note.Body));
                Basis("/changes/1", LegalBases.In(note, pairs));
                break;
            case NoticeKind.ChangeOfContact:
                Contact(of);
                break;
            case NoticeKind.Withdrawal:
                draft.Set($"{Change}/recordId", _records.About(of, null));
                EachPair($"{Change}/pairs", of);
                draft.Day($"{Change}/lastDay", NoteDates.Last(note));
                break;
            case NoticeKind.ConfirmationNoChange:
                draft.Set($"{Change}/recordId", _records.About(of, context.Sender));
                break;
            case NoticeKind.NilDeclaration:
                for (var i = 0; i < of.Count; i++)
                    OnePair($"/changes/{i}/pair", of[i]);
                break;
            case NoticeKind.TemporaryMeasure:
                draft.Set($"{Change}/recordId", _records.About(of, context.Sender));
                Situation(Temporary.In(note));
                break;
            case NoticeKind.LegalBasisDeclaration:
                Basis(Change, LegalBases.In(note, pairs));
                break;
            case NoticeKind.NetworkMembership or NoticeKind.Correction or NoticeKind.NotANotice:
                break;
            default:
                throw new NotSupportedException(kind.Code());
        }
    }

    private void Designation(IReadOnlyList<Found<NamedPair>> pairs)
    {
        var finder = new NewAuthority(note);
        // Which of several authorities has which article and telephone, a person sees better.
        if (finder.Name() is not { } name)
            return;
        var (at, replaced) = ($"{Change}/authority", _records.After(Concept.Replaces, Concept.InPlaceOf, Concept.PreviousOf));
        Name(at, name);
        var whole = name.Parent is { } parent ? name.Name.Span.With(parent.Span) : name.Name.Span;
        var own = pairs.Where(p => !_records.IsOfAnother(p.Span, replaced?.Value, whole)).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            OnePair($"{at}/designations/{i}", own[i]);
            draft.Set($"{at}/designations/{i}/function", Functions.For(note, own[i].Value.Pair));
        }
        new ContactFields(note, draft, states, context.State).Fill(at, null, BelowName(finder.Block(), name), []);
        draft.Set($"{Change}/replaces", replaced);
        draft.Day($"{Change}/lastDay", NoteDates.Last(note));
    }

    private void Name(string at, AuthorityName name)
    {
        draft.Set($"{at}/authorityName/{note.Lexicon.Language.Code()}", name.Name);
        draft.Set($"{at}/parentInstitution", name.Parent);
        draft.Set($"{at}/authorityKind", Functions.KindOf(note, name));
        draft.Set($"{at}/unitName", Labelled.In(note, Concept.UnitLabel));
    }

    // The first line is the name; a second that is an institution is what it is part of.
    private NamedAddress? BelowName(IReadOnlyList<Span> block, AuthorityName name)
    {
        if (block.Count < 2)
            return null;
        var parent = name.Parent is null && new Names(note).IsInstitution(block[1].Start);
        if (parent)
        {
            draft.Set($"{Change}/authority/parentInstitution", new Found<string>(note.Words(block[1]), block[1], 0.8));
            draft.Set($"{Change}/authority/authorityKind", Functions.KindOf(note, new(name.Name, new(note.Words(block[1]), block[1]))));
        }
        return new PostalAddresses(note, states, context.State).Of([.. block.Skip(parent ? 2 : 1)]);
    }

    private void Contact(IReadOnlyList<Found<NamedPair>> pairs)
    {
        var record = _records.About(pairs, context.Sender);
        draft.Set($"{Change}/recordId", record);
        if (_records.Named.Count > 1)
            return;
        var names = _records.NamesOf(record?.Value);
        new ContactFields(note, draft, states, context.State).Fill($"{Change}/set", _records.Of(record?.Value), null, names);
    }

    private void EachPair(string pointer, IReadOnlyList<Found<NamedPair>> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
            OnePair($"{pointer}/{i}", pairs[i]);
    }

    private void OnePair(string pointer, Found<NamedPair> found)
    {
        draft.Put($"{pointer}/instrument", found.Value.Pair.Instrument.Code(), found.Span, found.Confidence);
        draft.Put($"{pointer}/article", found.Value.Pair.Article, found.Span, found.Confidence);
        draft.Put($"{pointer}/matter", found.Value.Pair.Matter.Code(), found.Span, found.Confidence);
    }

    private void Situation(Found<TemporaryNotice>? found)
    {
        if (found is null)
            return;
        var at = $"{Change}/temporaryNotice";
        draft.Put($"{at}/kind", found.Value.Kind, found.Span, found.Confidence);
        draft.Put($"{at}/text", found.Value.Text, found.Span, found.Confidence);
        draft.Put($"{at}/from", Day(found.Value.From), found.Span, found.Confidence);
        draft.Put($"{at}/to", Day(found.Value.To!.Value), found.Span, found.Confidence);
    }

    private void Basis(string at, Found<LegalBasis>? found)
    {
        if (found is null)
            return;
        draft.Put($"{at}/legalBasis/instrument", found.Value.Instrument.Code(), found.Span, found.Confidence);
        draft.Put($"{at}/legalBasis/value", found.Value.Value.Code(), found.Span, found.Confidence);
    }

    private static JsonNode Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
