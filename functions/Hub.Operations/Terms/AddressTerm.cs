namespace Hub.Operations.Terms;

/// <summary>An e-mail address, whatever its case; not as a part of a longer one.</summary>
internal sealed class AddressTerm(string address) : ITerm
{
    private const int Longest = 320;
    private readonly string _address = address.Trim();

    public static bool IsUsable(string address) => address.Trim() is { Length: <= Longest } text && !text.Any(char.IsWhiteSpace)
        && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain] && domain.Contains('.', StringComparison.Ordinal);

    public IEnumerable<(int Start, int End)> In(string text)
    {
        for (var at = 0; (at = text.IndexOf(_address, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            if (!IsPart(text, at - 1) && !(IsPart(text, at + _address.Length) && !EndsSentence(text, at + _address.Length)))
                yield return (at, at + _address.Length);
    }

    private static bool IsPart(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '%' or '+' or '-');

    private static bool EndsSentence(string text, int at) => text[at] == '.' && !IsPart(text, at + 1);
}
