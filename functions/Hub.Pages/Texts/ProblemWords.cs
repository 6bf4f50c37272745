using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Pages.Texts;

/// <summary>
/// What is wrong with a notice, as people read it: fields, days, designations and records by their names. Who reviews a notice is told what
/// to do about it, and not what its State is asked.
/// </summary>
/// <param name="labels">The words.</param>
/// <param name="recordName">The name of a record by its id; null where it is not known.</param>
/// <param name="isForClerk">Whether somebody of the Secretariat reads it.</param>
internal sealed partial class ProblemWords(Labels labels, Func<string, string?>? recordName = null, bool isForClerk = false)
{
    private const int MostArguments = 10;
    private readonly string _texts = isForClerk ? "Problem" : "Answer.Problem";

    /// <summary>A problem in words.</summary>
    public ProblemText Of(Problem problem)
    {
        var said = problem with { Arguments = [.. Arguments(problem)] };
        var known = ProblemTexts.Of(said, labels.Language);
        return new(Text(said, "Title") ?? known.Title, Text(said, "Remedy") ?? known.Remedy);
    }

    private IEnumerable<string> Arguments(Problem problem) => problem.Code == ProblemCode.F04
        ? labels.FieldAt(problem.Field) is { } field ? [field] : []
        : problem.Arguments.Select(a => Said(problem.Code, a));

    private string? Text(Problem problem, string part)
    {
        if (problem.Code == ProblemCode.F04 && problem.Arguments.Count == 0)
            return null;
        var key = $"{_texts}.{problem.Code}";
        var empty = problem.Arguments.Any(string.IsNullOrWhiteSpace) ? labels.Find($"{key}.Empty.{part}") : null;
        // Of a notice that was erased, what was quoted is gone, and the words around it stay.
        var gone = Enumerable.Repeat("…", MostArguments);
        return (labels.Find($"{key}.{problem.Outcome}.{part}") ?? empty ?? labels.Find($"{key}.{part}")) is { } text
            ? Phrase.Of(text, [.. problem.Arguments.Concat(gone).Select(a => (Phrase)a)]).ToText(labels.RightToLeft)
            : null;
    }

    private string Said(ProblemCode code, string argument) => code switch
    {
        ProblemCode.V02 or ProblemCode.V19 => Day(argument),
        ProblemCode.V03 or ProblemCode.V04 or ProblemCode.V31 => Pairs(argument),
        ProblemCode.V05 => Word<Instrument>(argument) ?? Word<LegalBasisValue>(argument) ?? argument,
        ProblemCode.V06 => recordName?.Invoke(argument) ?? Pairs(argument),
        ProblemCode.V18 => NoticeReference.Of(argument) ?? argument,
        ProblemCode.V20 => NoticeReference.Of(argument) ?? labels.FieldAt(argument) ?? argument,
        ProblemCode.F07 => labels.FieldAt(argument) ?? argument,
        _ => argument,
    };

    private string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? labels.Day(day) : text;

    private string? Word<T>(string code) where T : struct, Enum => Codes.TryParse<T>(code, out var value) ? labels.Of(value) : null;

    // "UNTOC 18 (MLA)", as the rules write it.
    private string Pairs(string text) => Pair().Replace(text, m =>
        Codes.TryParse<Instrument>(m.Groups[1].Value, out var instrument) && Codes.TryParse<Matter>(m.Groups[3].Value, out var matter)
            ? labels.Pair(new(instrument, m.Groups[2].Value, matter)).ToText(false)
            : m.Value);

    [GeneratedRegex(@"\b([A-Z][A-Z0-9-]*) (\S.{0,40}?) \(([A-Z_0-9]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
