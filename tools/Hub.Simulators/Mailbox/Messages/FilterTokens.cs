using System.Text.RegularExpressions;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>The words of a $filter, one after the other.</summary>
public sealed partial class FilterTokens(string filter)
{
    private readonly string[] _tokens = [.. Tokens().Matches(filter).Select(m => m.Value)];
    private int _next;

    public bool AtEnd => _next >= _tokens.Length;

    public string Next() => AtEnd ? throw Invalid() : _tokens[_next++];

    public bool Accept(string word)
    {
        var there = !AtEnd && string.Equals(_tokens[_next], word, StringComparison.OrdinalIgnoreCase);
        if (there)
            _next++;
        return there;
    }

    public void Expect(string word)
    {
        if (!Accept(word))
            throw Invalid();
    }

    /// <summary>The value of a literal: text without its quotes, anything else as written.</summary>
    public string Literal()
    {
        var token = Next();
        return token.StartsWith('\'') ? token[1..^1].Replace("''", "'", StringComparison.Ordinal) : token;
    }

    public GraphException Invalid() => GraphException.BadRequest(
        "ErrorInvalidUrlQueryFilter", $"Invalid filter clause at word {_next + 1}: {filter}");

    [GeneratedRegex(@"'(?:[^']|'')*'|[(),:]|[^\s(),:']+(?::\d[^\s(),']*)*")]
    private static partial Regex Tokens();
}
