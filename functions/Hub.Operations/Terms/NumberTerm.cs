namespace Hub.Operations.Terms;

/// <summary>
/// A telephone number, however it is grouped, with the country's code or without. The whole number goes that it stands in.
/// </summary>
internal sealed class NumberTerm(string number) : ITerm
{
    private const int Least = 6;
    private const int Most = 15;
    private readonly string _digits = Significant(number);

    public static bool IsUsable(string number) => Significant(number).Length is >= Least and <= Most
        && number.All(c => char.IsAsciiDigit(c) || IsBetween(c));

    public IEnumerable<(int Start, int End)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Digit(text[i]) < 0)
                continue;
            var (digits, places) = Run(text, i);
            var found = digits.IndexOf(_digits, StringComparison.Ordinal);
            if (found >= 0)
                yield return digits.Length <= Most + 2
                    ? (StartOf(text, places[0]), places[^1] + 1)
                    : (places[found], places[found + _digits.Length - 1] + 1);
            i = places[^1];
        }
    }

    // Digits with nothing but what groups them in between.
    private static (string Digits, List<int> Places) Run(string text, int start)
    {
        var (digits, places) = (new System.Text.StringBuilder(), new List<int>());
        for (var i = start; i < text.Length && (Digit(text[i]) >= 0 || IsBetween(text[i])); i++)
            if (Digit(text[i]) is >= 0 and var digit)
            {
                digits.Append(digit);
                places.Add(i);
            }
        return (digits.ToString(), places);
    }

    private static int StartOf(string text, int first) => first > 0 && text[first - 1] is '+' or '(' ? first - 1 : first;

    // Arabic, Chinese and other digits count as those of the keyboard.
    private static int Digit(char c) => char.IsDigit(c) ? (int)char.GetNumericValue(c) : -1;

    private static bool IsBetween(char c) => c is ' ' or '\u00A0' or '\u202F' or '-' or '\u2010' or '\u2011' or '\u2013'
        or '.' or '/' or '(' or ')' or '+';

    // The prefix of a call abroad or to another town is not part of it.
    private static string Significant(string number) => string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');
}
