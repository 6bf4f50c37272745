using System.Text.RegularExpressions;

namespace Hub.Register.Text;

/// <summary>
/// Names of which a part is written in two alphabets that look alike (UTS 39 §5.1): "coastguard" with a Cyrillic o. Scripts that no hurried
/// reader takes for Latin stand beside it in many names, and are no matter.
/// </summary>
public static partial class MixedAlphabets
{
    /// <summary>Whether a part of a domain name, in ASCII or in its own letters, is written so.</summary>
    public static bool AreIn(string domain) => DomainName.Readable(domain).Split('.').Any(IsMixed);

    private static bool IsMixed(string label) =>
        new[] { Latin(), Greek(), Cyrillic(), Armenian(), Cherokee() }.Count(alphabet => alphabet.IsMatch(label)) > 1;

    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\p{IsGreek}\u1F00-\u1FFF]")]
    private static partial Regex Greek();

    [GeneratedRegex(@"[\u0400-\u052F]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"[\u0530-\u058F]")]
    private static partial Regex Armenian();

    [GeneratedRegex(@"[\u13A0-\u13FF\uAB70-\uABBF]")]
    private static partial Regex Cherokee();
}
