using System.Text;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// Words that a phrase of a lexicon is for: of alternatives the first, of what may be left out nothing. It knows as much of regular
/// expressions as the lexicons use.
/// </summary>
internal sealed class PhraseSample
{
    private readonly string _pattern;
    private int _at;

    private PhraseSample(string pattern) => _pattern = pattern;

    /// <summary>The words of each alternative of a phrase.</summary>
    public static IEnumerable<string> Of(string pattern) =>
        Alternatives(pattern).Select(a => new PhraseSample(a).Sequence().Trim());

    private static IEnumerable<string> Alternatives(string pattern)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] is '(' or '[')
                depth++;
            else if (pattern[i] is ')' or ']')
                depth--;
            else if (pattern[i] == '|' && depth == 0)
            {
                yield return pattern[start..i];
                start = i + 1;
            }
        }
        yield return pattern[start..];
    }

    private string Sequence()
    {
        var words = new StringBuilder();
        while (_at < _pattern.Length)
            words.Append(Repeated(Atom()));
        return words.ToString();
    }

    private string Atom()
    {
        var c = _pattern[_at++];
        return c switch
        {
            '(' => Group(),
            '[' => Class(),
            '\\' => Escaped(),
            _ => c.ToString(),
        };
    }

    private string Group()
    {
        var (depth, start) = (1, _at);
        for (; depth > 0; _at++)
            depth += _pattern[_at] switch { '\\' => Skipped(), '(' => 1, ')' => -1, _ => 0 };
        var inner = _pattern[start..(_at - 1)];
        return inner.StartsWith("?:", StringComparison.Ordinal) ? new PhraseSample(Alternatives(inner[2..]).First()).Sequence() : "";
    }

    private int Skipped()
    {
        _at++;
        return 0;
    }

    // A letter of a class; of all that is not something, one that a word may have.
    private string Class()
    {
        var end = _pattern.IndexOf(']', _at);
        var letters = _pattern[_at..end];
        _at = end + 1;
        return letters[0] == '^' ? "x" : letters[0] == '\\' ? "l" : letters[0].ToString();
    }

    private string Escaped()
    {
        var c = _pattern[_at++];
        if (c == 'p')
            _at = _pattern.IndexOf('}', _at) + 1;
        return c switch { 's' => " ", 'd' => "1", 'p' or 'w' => "l", _ => c.ToString() };
    }

    private string Repeated(string atom)
    {
        if (_at == _pattern.Length)
            return atom;
        if (_pattern[_at] is '?' or '*' or '+')
            return _pattern[_at++] == '+' ? atom : "";
        if (_pattern[_at] != '{')
            return atom;
        var end = _pattern.IndexOf('}', _at);
        var least = int.Parse(_pattern[(_at + 1)..end].Split(',')[0], null);
        _at = end + 1;
        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at++;
        return string.Concat(Enumerable.Repeat(atom, least));
    }
}
