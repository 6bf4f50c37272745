namespace Hub.Register.Text;

/// <summary>
/// Whether marks of direction make a reader see signs in another order than they stand in (UAX #9): "5109" that is shown as "9015". Marks
/// that programs set round numbers as a matter of course, and those of right-to-left writing itself, do not.
/// </summary>
public static class TurnedText
{
    private const int MostOpen = 125;

    /// <summary>Whether something in a text is shown in another order.</summary>
    public static bool IsIn(string text)
    {
        var open = new Stack<Scope>();
        foreach (var c in text)
        {
            if (Begins(c) && open.Count < MostOpen)
                open.Push(new(c));
            else if (c is '\u202C' or '\u2069')
            {
                if (End(open))
                    return true;
            }
            else if (c == '\n')
            {
                // A paragraph ends them all (UAX #9, X8).
                while (open.Count > 0)
                    if (End(open))
                        return true;
            }
            else if (open.TryPeek(out var scope))
                scope.Take(c);
        }
        while (open.Count > 0)
            if (End(open))
                return true;
        return false;
    }

    private static bool Begins(char c) => c is '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068';

    // What stands in an inner scope stands in the outer one too.
    private static bool End(Stack<Scope> open)
    {
        if (!open.TryPop(out var scope))
            return false;
        if (open.TryPeek(out var outer))
            outer.Take(scope);
        return scope.Turns;
    }

    private sealed class Scope(char begin)
    {
        private bool _digits;
        private bool _letters;
        private bool _rightToLeft;

        public bool Turns => begin switch
        {
            '\u202E' => _digits || _letters,
            '\u202D' => _rightToLeft,
            '\u202B' or '\u2067' => _digits && !_rightToLeft,
            _ => false,
        };

        public void Take(char c)
        {
            _digits |= char.IsDigit(c);
            _rightToLeft |= c is >= '\u0590' and <= '\u08FF' && char.IsLetter(c) || c is >= '\uFB1D' and <= '\uFEFC';
            _letters |= char.IsLetter(c);
        }

        public void Take(Scope inner)
        {
            _digits |= inner._digits;
            _letters |= inner._letters;
            _rightToLeft |= inner._rightToLeft;
        }
    }
}
