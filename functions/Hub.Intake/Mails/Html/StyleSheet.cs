using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Html;

/// <summary>
/// The rules of the style sheets of a mail, as far as they are plain: elements, classes, ids. Where another one may hide something, what a
/// person sees cannot be told.
/// </summary>
internal sealed partial class StyleSheet
{
    private const int MostRules = 2000;
    private const int MostDepth = 8;
    private const int MostLookedAt = 2_000_000;

    private static readonly HashSet<string> Showing =
        ["display", "visibility", "opacity", "font-size", "font", "height", "max-height", "text-decoration"];

    private readonly Dictionary<string, List<Rule>> _rules = [];
    private int _count;
    private int _lookedAt;

    /// <summary>Whether a rule that is not understood may hide something, or show something that is not there.</summary>
    public bool IsUnsure { get; private set; }

    /// <summary>Whether a rule that is not understood, or holds on some screens only, may show what another one hides.</summary>
    public bool MayShow { get; private set; }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The rules of a text.</summary>
    public static StyleSheet Of(string css)
    {
        var sheet = new StyleSheet();
        sheet.Take(Noise().Replace(css, " "), 0, isConditional: false);
        return sheet;
    }

    /// <summary>The rules that are about an element, the strongest last.</summary>
    public IReadOnlyList<Rule> About(string element, string? id, IReadOnlyCollection<string> classes)
    {
        if (_count == 0)
            return [];
        var found = new List<Rule>();
        foreach (var key in classes.Select(c => $".{c}").Append($"#{id}").Append(element).Append("*"))
            foreach (var rule in _rules.GetValueOrDefault(key) ?? [])
            {
                // Whoever makes a mail of which nobody could work out the styles keeps it from being read by machine.
                if (_lookedAt++ > MostLookedAt)
                {
                    IsUnsure = true;
                    return [];
                }
            if (
                (rule.Element is "*" || rule.Element == element)
                && (rule.Id is null || rule.Id == id)
                && rule.Classes.All(classes.Contains))
                    found.Add(rule);
            }
        return [.. found.OrderBy(r => r.Weight).ThenBy(r => r.Number)];
    }

    private void Take(string css, int depth, bool isConditional)
    {
        for (var at = 0; at < css.Length;)
        {
            var open = css.AsSpan(at).IndexOfAny('{', ';') is >= 0 and var found ? at + found : css.Length;
            var prelude = ProtocolName.Lower(css[at..open].Trim());
            if (open == css.Length || css[open] == ';')
            {
                at = open + 1;
                continue;
            }
            var close = Close(css, open);
            Take(prelude, css[(open + 1)..close], depth, isConditional);
            at = close + 1;
        }
    }

    private void Take(string prelude, string block, int depth, bool isConditional)
    {
        if (!prelude.StartsWith('@'))
            TakeRule(prelude, block, isConditional);
        else if (depth < MostDepth && Grouping().IsMatch(prelude))
            Take(block, depth + 1, isConditional || !Always().IsMatch(prelude));
    }

    private void TakeRule(string selectors, string block, bool isConditional)
    {
        // A rule within a rule is not understood.
        var declarations = Declarations.Of(block);
        var isSuspicious = SeenStyle.IsSuspicious(declarations) || block.Contains('{', StringComparison.Ordinal);
        foreach (var selector in selectors.Split(','))
        {
            if (Simple().Match(selector.Trim()) is not { Success: true } simple || _count >= MostRules)
            {
                MayShow |= declarations.Any(d => Showing.Contains(d.Property));
                // What is shown before or behind an element is in no text of the mail.
                IsUnsure |= isSuspicious || declarations.Any(d => d.Property == "content" && d.Value.Any(char.IsLetterOrDigit)
                    && d.Value is not ("none" or "normal" or "inherit" or "initial"));
                continue;
            }
            MayShow |= isConditional && declarations.Any(d => Showing.Contains(d.Property));
            Add(simple, declarations, isConditional, isConditional && isSuspicious);
        }
    }

    private void Add(Match simple, IReadOnlyList<Declaration> declarations, bool isConditional, bool isUnsure)
    {
        var classes = simple.Groups["class"].Captures.Select(c => c.Value).Distinct().ToList();
        var (element, id) = (simple.Groups["element"].Value, simple.Groups["id"].Value);
        var rule = new Rule(
            element.Length > 0 ? element : "*", id.Length > 0 ? id : null, classes, declarations, isConditional, isUnsure, _count++);
        var key = classes.Count > 0 ? $".{classes[0]}" : rule.Id is not null ? $"#{id}" : rule.Element;
        if (_rules.TryGetValue(key, out var same))
            same.Add(rule);
        else
            _rules[key] = [rule];
    }

    private static int Close(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return css.Length;
    }

    // Comments, and the marks by which old programs were kept from reading a style sheet as text.
    [GeneratedRegex(@"/\*[\s\S]*?(?:\*/|$)|<!--|-->")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^@(?:media|supports|layer|container|-moz-document|scope|starting-style)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"^@media\s*(?:all|screen)?\s*$|^@layer\b", RegexOptions.NonBacktracking)]
    private static partial Regex Always();

    [GeneratedRegex(@"^(?<element>\*|[a-z][a-z0-9]*)?(?:\#(?<id>[\w-]+)|\.(?<class>[\w-]+))*$")]
    private static partial Regex Simple();
}

/// <summary>A rule of a style sheet.</summary>
/// <param name="Element">The element it is about; <c>*</c> for any.</param>
/// <param name="Id">The id.</param>
/// <param name="Classes">The classes, all of them.</param>
/// <param name="Declarations">What it declares.</param>
/// <param name="IsConditional">Whether it holds on some screens only.</param>
/// <param name="IsUnsure">Whether it may hide something on some screens.</param>
/// <param name="Number">Its place among the rules.</param>
internal sealed record Rule(
    string Element, string? Id, IReadOnlyList<string> Classes, IReadOnlyList<Declaration> Declarations, bool IsConditional, bool IsUnsure,
    int Number)
{
    /// <summary>Which of two rules stands above the other.</summary>
    public int Weight => (Id is null ? 0 : 10_000) + (Math.Min(Classes.Count, 99) * 100) + (Element == "*" ? 0 : 1);
}
