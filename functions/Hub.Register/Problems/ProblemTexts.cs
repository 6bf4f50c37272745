using System.Resources;
using Hub.Register.States;

namespace Hub.Register.Problems;

/// <summary>
/// The words for problems, in six languages. A key is the code and <c>Title</c> or <c>Remedy</c>; a case that needs other words has the
/// outcome, or <c>Empty</c> where an argument says nothing, between them.
/// </summary>
public static class ProblemTexts
{
    private static readonly ResourceManager Texts = new("Hub.Register.Problems.Problems", typeof(ProblemTexts).Assembly);

    private static readonly IReadOnlyList<string> Gone = [.. Enumerable.Repeat("…", 10)];

    /// <summary>What is wrong and how to mend it, in a language.</summary>
    public static ProblemText Of(Problem problem, Language language) =>
        new(Text(problem, "Title", language), Text(problem, "Remedy", language));

    /// <summary>What a response says of the whole, in a language; e.g. <c>Refused.Title</c>.</summary>
    public static string Response(string key, Language language, params string[] arguments)
    {
        var culture = language.Culture();
        return string.Format(culture, Texts.GetString($"Response.{key}", culture)!, [.. arguments.Select(a => Argument(a, language))]);
    }

    private static string Text(Problem problem, string part, Language language)
    {
        var culture = language.Culture();
        var text = Keys(problem, part).Select(key => Texts.GetString(key, culture)).First(t => t is not null)!;
        // Of a notice that was erased, what was quoted is gone, and the words around it stay.
        var arguments = problem.Arguments.Count == 0 ? Gone : problem.Arguments;
        return string.Format(culture, text, [.. arguments.Select(a => Argument(a, language))]);
    }

    private static IEnumerable<string> Keys(Problem problem, string part)
    {
        yield return $"{problem.Code}.{problem.Outcome}.{part}";
        if (problem.Arguments.Any(string.IsNullOrWhiteSpace))
            yield return $"{problem.Code}.Empty.{part}";
        yield return $"{problem.Code}.{part}";
    }

    // Between Arabic words, what was written from left to right keeps its order only where it stands apart (Unicode's isolates).
    private static string Argument(string argument, Language language) =>
        language.Direction() == "rtl" ? $"\u2068{argument}\u2069" : argument;
}
