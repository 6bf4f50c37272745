using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>Whose business a value is.</summary>
[Flags]
internal enum Seen
{
    /// <summary>Nobody's outside the hub.</summary>
    Nobody = 0,

    /// <summary>Stands in the directory: its readers see it, and mails tell them of it.</summary>
    Directory = 1,

    /// <summary>Of a person, or without consent: the Secretariat's, and its sender's.</summary>
    Secretariat = 2,

    /// <summary>Stands in a notice, a file or a mail: its sender's and the Secretariat's.</summary>
    Notice = 4,

    /// <summary>An address or a name that the hub writes to.</summary>
    Recipient = 8,

    /// <summary>A person who holds a key.</summary>
    KeyHolder = 16,
}

/// <summary>A value that stands nowhere else in the world, so that wherever it is found, it has come from where it was put.</summary>
/// <param name="Value">What is put.</param>
/// <param name="Needle">What is looked for.</param>
/// <param name="Seen">Whose business it is.</param>
/// <param name="State">The State that it is of.</param>
internal sealed partial record Canary(string Value, string Needle, Seen Seen, string State)
{
    /// <summary>
    /// Whether it stands in a text: as it is, in the forms of HTML and addresses, with blanks in its number, or in base64.
    /// </summary>
    public bool StandsIn(Haystack text) => text.Forms.Any(f => f.Contains(Needle, StringComparison.OrdinalIgnoreCase))
        || InBase64().Any(b => text.Unwrapped.Contains(b, StringComparison.Ordinal));

    // At each of the three places that its first letter can have; what depends on its neighbours is left out.
    private IEnumerable<string> InBase64()
    {
        var bytes = Encoding.UTF8.GetBytes(Value);
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            yield return encoded[(before == 0 ? 0 : before + 1)..^1];
        }
    }
}

/// <summary>A text to look in, in the forms that values may have in it.</summary>
internal sealed partial class Haystack(string text)
{
    /// <summary>Without the ends of its lines, for what is wrapped: base64 in mails.</summary>
    public string Unwrapped { get; } = text.ReplaceLineEndings("");

    public IReadOnlyList<string> Forms { get; } =
        [.. new[] { text, WebUtility.HtmlDecode(text), WebUtility.UrlDecode(text), Separators().Replace(text, "") }.Distinct()];

    [GeneratedRegex(@"(?<=\d)[\s().\-\u00a0]+(?=\d)")]
    private static partial Regex Separators();
}

/// <summary>Makes them, each once, and remembers them.</summary>
internal sealed class Cage
{
    private const string Mark = "zqv";
    private readonly List<Canary> _all = [];

    public IReadOnlyList<Canary> All => _all;

    /// <summary>A word for a field.</summary>
    public string Word(string state, Seen seen, string field) => Put($"{Mark}{state}{field}".ToLowerInvariant(), seen, state);

    /// <summary>A mail address for a field.</summary>
    public string Address(string state, Seen seen, string field) => $"{Word(state, seen, field)}@office.{state.ToLowerInvariant()}.example";

    /// <summary>A telephone number.</summary>
    public string Phone(string state, Seen seen)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"99915557{_all.Count:D3}");
        _all.Add(new($"+{digits}", digits, seen, state));
        return $"+{digits}";
    }

    private string Put(string word, Seen seen, string state)
    {
        if (_all.All(c => c.Value != word))
            _all.Add(new(word, word, seen, state));
        return word;
    }
}
