using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Intake.Forms;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Submissions;

/// <summary>A notice together with what the forms among its files say.</summary>
/// <param name="Form">The notice: as it was sent, filled up from its forms where it left something open.</param>
/// <param name="Proposals">What the forms say, with the places where that stands.</param>
/// <param name="Problems">What in the forms is not understood, or is not what the notice says.</param>
public sealed record FilledNotice(JsonObject Form, IReadOnlyList<FormProposal> Proposals, IReadOnlyList<Problem> Problems) : Confidential;

/// <summary>
/// Reads the designation forms that come as files of a notice. What the notice itself says holds; a form fills what it leaves open, and
/// where both say different things their sender is asked. Like everything in a notice it changes nothing before a reviewer has seen it.
/// </summary>
public sealed class AttachedForms
{
    // A notice with its proposals is one row of a table: at most 1 MiB.
    private const int MostCharacters = 100_000;
    private readonly JsonObject _notice;
    private readonly bool _open;
    private readonly StateCatalog _states;
    private readonly List<FormProposal> _proposals = [];
    private readonly List<Problem> _problems = [];

    private AttachedForms(JsonObject notice, StateCatalog states)
    {
        (_notice, _states) = ((JsonObject)notice.DeepClone(), states);
        _open = notice["changes"] is null or JsonArray { Count: 0 };
    }

    /// <summary>Reads them.</summary>
    public static async Task<FilledNotice> Read(
        JsonObject notice, IReadOnlyList<SubmittedFile> files, IReadOnlyList<NoticeFile> found, IFileReader reader, StateCatalog states,
        CancellationToken cancel)
    {
        if (files.Count == 0 || !FormParser.IsReadable(notice))
            return new(notice, [], []);
        var kind = notice["kind"] is JsonValue value && value.TryGetValue<string>(out var code)
            && Codes.TryParse<NoticeKind>(code, out var known)
            ? known
            : (NoticeKind?)null;
        var forms = new AttachedForms(notice, states);
        for (var i = 0; i < files.Count && kind != NoticeKind.NotANotice; i++)
            if (found[i] is { Refused: null, Kind: { } fileKind })
                forms.Take(await Read(reader, fileKind, files[i], kind, cancel), i);
        return new(forms._notice, forms._proposals, forms._problems);
    }

    private static async Task<DesignationReading> Read(
        IFileReader reader, DocumentKind kind, SubmittedFile file, NoticeKind? notice, CancellationToken cancel)
    {
        await using var content = file.Open();
        return await reader.Form(kind, file.Name, content, notice, cancel);
    }

    private void Take(DesignationReading read, int file)
    {
        if (!read.IsForm)
            return;
        var before = _open ? (_notice["changes"] as JsonArray)?.Count ?? 0 : 0;
        _problems.AddRange(read.Problems.Select(p => p with { Field = $"{NoticeFile.Field}/{file}{Moved(p.Field, before)}" }));
        var length = _proposals.Concat(read.Proposals).Sum(p => p.Words.Length);
        if (length > MostCharacters)
        {
            _problems.Add(Problem.Query(ProblemCode.F05, $"{NoticeFile.Field}/{file}", $"{length}", $"{MostCharacters}"));
            return;
        }
        _problems.AddRange(read.Proposals.Where(IsContradicted).Select(p => Contradiction(p, read.Language, file)).Distinct().ToList());
        Fill(read.Notice);
        _proposals.AddRange(read.Proposals.Select(p => p with { Pointer = Moved(p.Pointer, before) }));
    }

    private void Fill(JsonObject form)
    {
        foreach (var (name, value) in form)
            if (name != "changes")
                _notice[name] ??= value!.DeepClone();
        // Changes of another kind of notice than it says it is would not be understood.
        if (!_open || form["changes"] is not JsonArray changes || (form["kind"] is { } kind && !JsonNode.DeepEquals(kind, _notice["kind"])))
            return;
        var all = _notice["changes"] as JsonArray ?? [];
        foreach (var change in changes)
            all.Add(change!.DeepClone());
        _notice["changes"] = all;
    }

    // Where the notice's changes are the forms' own, those of a second form stand behind those of the first.
    private static string Moved(string pointer, int by) => pointer.Split('/') is ["", "changes", var index, .. var rest]
        ? $"/changes/{int.Parse(index, System.Globalization.CultureInfo.InvariantCulture) + by}{string.Concat(rest.Select(r => $"/{r}"))}"
        : pointer;

    private bool IsContradicted(FormProposal proposal) =>
        !(_open && proposal.Pointer.StartsWith("/changes/", StringComparison.Ordinal))
        && IntakeProblems.At(_notice, proposal.Pointer) is { } said && !Agree(said, proposal.Value, proposal.Pointer);

    private bool Agree(JsonNode said, JsonNode read, string pointer) => (said, read) switch
    {
        (JsonObject a, JsonObject b) => b.All(m => a[m.Key] is not { } own || Agree(own, m.Value!, pointer)),
        (JsonValue a, JsonValue b) when pointer == "/state" => State(a) == State(b),
        (JsonValue, JsonValue) => FormTexts.Fold($"{said}") == FormTexts.Fold($"{read}"),
        _ => false,
    };

    private string State(JsonNode text) => _states.TryFind($"{text}", out var state, out _) ? state.Alpha3.Value : $"{text}";

    private static Problem Contradiction(FormProposal proposal, Language language, int file) =>
        Problem.Query(
            ProblemCode.F21, $"{NoticeFile.Field}/{file}{proposal.Pointer}", FormTexts.Title(DesignationForm.Find(proposal.Code)!, language),
            proposal.Pointer, $"{proposal.Place}");
}
