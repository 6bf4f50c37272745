using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Forms.Reading;

/// <summary>Makes proposals of what is written in a form's fields, and problems of what cannot be understood.</summary>
internal sealed class FormInterpreter
{
    private readonly Language _language;
    private readonly List<FormProposal> _proposals = [];
    private readonly List<Problem> _problems = [];
    private readonly HashSet<FormField> _unread = [];
    private readonly NoticeBuilder _notice;

    /// <summary>Interprets fields, those first that say what the others mean.</summary>
    public FormInterpreter(FormMatcher matcher, NoticeKind? assumed)
    {
        _language = matcher.Language;
        var filled = matcher.Filled.ToLookup(f => f.Field);
        var kind = filled.Where(f => f.Key.Path == "/kind").Select(f => Kind(f.First())).FirstOrDefault() ?? assumed;
        _notice = new(kind, filled.Any(f => f.Key.Path == "/recordId"));
        foreach (var field in DesignationForm.Fields.OrderBy(f => f.Target is FieldTarget.LegalBasis or FieldTarget.Membership))
            Take(field, [.. filled[field]]);
        Leave(matcher.Found);
        _problems.AddRange(matcher.Unknown.Select(Unknown));
    }

    /// <summary>What was read; of a text that is no form, lines that are no fields are nobody's mistake.</summary>
    public DesignationReading Reading(bool isForm) =>
        new(isForm, _language, _proposals, isForm ? _problems : [.. _problems.Where(p => p.Code != ProblemCode.F20)], _notice.Notice);

    // In a form that was filled in with a record, a field that says nothing any more is another than one that nobody can read.
    private void Leave(IReadOnlySet<FormField> found)
    {
        if (_notice.Notice["changes"]?[0] is not JsonObject change || NamedRecord.In(change["recordId"]) is null)
            return;
        var unread = DesignationForm.Fields.Where(f => f.Target == FieldTarget.Record && (!found.Contains(f) || _unread.Contains(f)))
            .Select(f => (JsonNode?)f.Code).ToArray();
        if (unread.Length > 0)
            change[NamedRecord.Unread] = new JsonArray(unread);
    }

    private static NoticeKind? Kind(FilledField filled) =>
        ValueParser.Read(filled.Field, filled.Text) is [{ Node: var node }]
            && Codes.TryParse<NoticeKind>((string)node!, out var kind) ? kind : null;

    private void Take(FormField field, IReadOnlyList<FilledField> filled)
    {
        if (field.Kind.IsList())
        {
            foreach (var one in filled)
                Take(one);
        }
        else if (filled.DistinctBy(f => f.Text).ToList() is [var first, .. var others])
        {
            if (others is [var second, ..])
                Ask(ProblemCode.F21, field, Label(field), $"{first.Place}", $"{second.Place}");
            else
                Take(first);
        }
    }

    private void Take(FilledField filled)
    {
        if (ValueParser.Read(filled.Field, filled.Text) is not { } values)
        {
            Ask(ProblemCode.F23, filled.Field, Label(filled.Field), $"{filled.Place}", FormTexts.Hint(filled.Field, _language));
            return;
        }
        var placed = values.SelectMany(v => _notice.Put(filled.Field, v).Select(pointer => (pointer, v.Node))).ToList();
        if (placed.Count == 0 && values.Count > 0)
            _problems.Add(Problem.Query(ProblemCode.F24, "", Label(filled.Field), $"{filled.Place}"));
        _proposals.AddRange(placed.Select(p => new FormProposal(p.pointer, p.Node.DeepClone(), filled.Place, filled.Text)
        {
            Code = filled.Field.Code,
        }));
    }

    private void Ask(ProblemCode code, FormField field, params string[] arguments)
    {
        _unread.Add(field);
        _problems.Add(Problem.Query(code, _notice.Place(field), arguments));
    }

    private Problem Unknown(FormCell cell) => Problem.Query(
        ProblemCode.F20, "", cell.Text, $"{cell.Place}",
        FormTexts.Nearest(cell.Text, _language) ?? FormTexts.Label(DesignationForm.Fields[0], _language));

    private string Label(FormField field) => FormTexts.Title(field, _language);
}
