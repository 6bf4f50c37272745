using System.Globalization;
using System.Text;

namespace Hub.Register.Text;

/// <summary>What a text looks like at a glance, after UTS 39 §4: two texts with the same skeleton can be taken for each other.</summary>
public static class Skeleton
{
    // Letters of other alphabets that look like Latin ones, and digits and signs that look like letters, each before what it looks like.
    private static readonly Dictionary<char, char> Alike =
        ("аa бb вb еe ёe зz іi їi јj кk мm нh оo пn рp сc тt уy хx ѕs ґr һh ԁd ԛq ԝw "
        + "ӏl ьb гr αa βb γy εe ηn νv ιi κk οo ρp τt υu χx ωw σo δd μu ζz θo ξe λl ıi "
        + "łl øo đd ħh ŧt ɑa ɡg ɩi ʟl ʀr ʏy ßb æa œo þp ðo 0o 1l 3e 5s |l ¡i !i")
        .Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>A text with letters of other alphabets that look like Latin ones as those.</summary>
    public static string Latin(string text) => string.Concat(text.Select(c => c < 0x80 ? c : Alike.GetValueOrDefault(c, c)));

    /// <summary>The skeleton of a name.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in SafeText.Simplified(text).ToLower(CultureInfo.InvariantCulture))
            if (char.IsLetterOrDigit(c) || c is '|' or '!')
                letters.Append(Alike.GetValueOrDefault(c, c));
        return letters.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString().Replace('i', 'l');
    }

    /// <summary>The skeleton of a domain, its dots kept.</summary>
    public static string OfDomain(string domain) => string.Join('.', DomainName.Readable(domain).Split('.').Select(Of));
}
