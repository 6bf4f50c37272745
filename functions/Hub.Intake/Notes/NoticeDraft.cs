using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Forms;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Intake.Notes;

/// <summary>A notice that is being understood: each value goes into its place, and its words are kept beside it.</summary>
internal sealed class NoticeDraft(NoteText note, string where)
{
    private readonly List<Proposal> _proposals = [];
    private readonly List<Problem> _questions = [];

    /// <summary>The form so far.</summary>
    public JsonObject Form { get; } = [];

    /// <summary>Puts a value in its place, where there is one.</summary>
    public void Set<T>(string pointer, Found<T>? found)
    {
        if (found is not null)
            Put(pointer, JsonSerializer.SerializeToNode(found.Value, HubJson.Options)!, found);
    }

    /// <summary>Puts a part of what was found in its place.</summary>
    public void Put<T>(string pointer, JsonNode value, Found<T> found)
    {
        Place(pointer, value.DeepClone());
        var place = note.Place(found.Span);
        _proposals.Add(new(pointer, value, note.Words(found.Span), where, found.Confidence)
        {
            Start = place.Start, End = place.End, Rule = found.Rule,
        });
    }

    /// <summary>Puts a day in its place; one that can be two as it was written, so that the rules ask about it (V24).</summary>
    public void Day(string pointer, DateHit? date)
    {
        if (date?.Value is { } day)
            Put(
                pointer, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                new Found<DateOnly>(day, date.Span, Rule: nameof(NoteDates)));
        else if (date is not null)
            Place(pointer, note.Words(date.Span));
    }

    /// <summary>Puts in a value that another text than the note's tells.</summary>
    public void Propose(string pointer, string value, string words, string from, double confidence)
    {
        Place(pointer, value);
        _proposals.Add(Proposal.Literal(pointer, value, words, from, confidence, nameof(References)));
    }

    /// <summary>Puts in what is not read from the text: what the register has, what the language is.</summary>
    public void Place(string pointer, JsonNode value)
    {
        var names = pointer[1..].Split('/');
        JsonNode at = Form;
        for (var i = 0; i < names.Length - 1; i++)
            at = Child(at, names[i], isArray: names[i + 1].All(char.IsAsciiDigit));
        Assign(at, names[^1], value);
    }

    /// <summary>Notes what has to be asked.</summary>
    public void Ask(ProblemCode code, string pointer, Span span) =>
        _questions.Add(code == ProblemCode.V15
            ? Problem.Warn(code, pointer)
            : Problem.Query(code, pointer, [note.Words(span), .. Example(code)]));

    /// <summary>Notes that one field is given two values, and asks which holds.</summary>
    public void AskWhich(string pointer, Span first, Span second) => _questions.Add(
        Problem.Query(ProblemCode.F21, pointer, Label(pointer), note.Words(first), note.Words(second)));

    // As the form calls it.
    private string Label(string pointer) => DesignationForm.Fields.Where(f => f.Path.Length > 1).FirstOrDefault(
            f => pointer.EndsWith(f.Path.TrimEnd('-').TrimEnd('/'), StringComparison.Ordinal)
                || f.Path.StartsWith($"/{Last(pointer)}/", StringComparison.Ordinal))
        is { } field ? FormTexts.Label(field, note.Lexicon.Language) : Last(pointer);

    private static string Last(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private static string[] Example(ProblemCode code) => code switch
    {
        ProblemCode.V11 => ["+999 1 555 0100"],
        ProblemCode.V12 => ["Africa/Dakar"],
        _ => [],
    };

    /// <summary>The notice as it was understood.</summary>
    public UnderstoodNotice Done() =>
        new(Form, _proposals, NoticeSource.Note) { Questions = _questions, IsFormal = note.Opening is not null };

    private static JsonNode Child(JsonNode parent, string name, bool isArray)
    {
        var child = parent is JsonArray items
            ? Index(name) < items.Count ? items[Index(name)] : null
            : parent[name];
        if (child is null)
            Assign(parent, name, child = isArray ? new JsonArray() : new JsonObject());
        return child;
    }

    private static void Assign(JsonNode parent, string name, JsonNode value)
    {
        if (parent is not JsonArray items)
            parent[name] = value;
        else if (Index(name) < items.Count)
            items[Index(name)] = value;
        else
            items.Add(value);
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
