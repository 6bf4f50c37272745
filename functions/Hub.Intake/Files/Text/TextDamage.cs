using System.Text.RegularExpressions;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Text;

namespace Hub.Intake.Files.Text;

/// <summary>What can be wrong with the characters of a text (V22).</summary>
public enum Damage
{
    /// <summary>Accents stood apart from their letters.</summary>
    Decomposed,

    /// <summary>Words mix letters of two scripts that look alike.</summary>
    MixedScripts,

    /// <summary>Arabic in the shapes of a printer instead of letters, or in visual order.</summary>
    RightToLeft,

    /// <summary>UTF-8 was read as another encoding, or characters were lost.</summary>
    WrongEncoding,

    /// <summary>Marks of direction show signs in another order than they stand in.</summary>
    Turned,
}

/// <summary>Finds damage done to a text on its way.</summary>
public static partial class TextDamage
{
    /// <summary>What is wrong, each once.</summary>
    public static IReadOnlyList<Damage> Of(string text) =>
        [.. new[]
        {
            (Damage.Decomposed, Marks().IsMatch(text)),
            (Damage.MixedScripts, MixesScripts(text)),
            (Damage.RightToLeft, Shapes().IsMatch(text) || ArabicOrder.IsVisual(text)),
            (Damage.WrongEncoding, Garbled().IsMatch(text)),
            (Damage.Turned, TurnedText.IsIn(text)),
        }.Where(d => d.Item2).Select(d => d.Item1)];

    private static bool MixesScripts(string text)
    {
        var (latin, cyrillic) = (false, false);
        foreach (var c in text)
        {
            var script = Scripts.Of(c);
            latin = (latin && char.IsLetter(c)) || script == Script.Latin;
            cyrillic = (cyrillic && char.IsLetter(c)) || script == Script.Cyrillic;
            if (latin && cyrillic)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"[A-Za-zА-Яа-я][\u0300-\u036F]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\uFB50-\uFDFF\uFE70-\uFEFC]{2}")]
    private static partial Regex Shapes();

    [GeneratedRegex(@"\uFFFD|Ã[\u0080-\u00BF]|Â[\u00A0-\u00BF]|â€|Ð[\u0080-\u00BF]|Ø[\u0080-\u00BF]Ù", RegexOptions.NonBacktracking)]
    private static partial Regex Garbled();
}
