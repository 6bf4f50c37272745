using Hub.Intake.Files.Unpacking;
using Hub.Register.States;

namespace Hub.Intake.Files.Text;

/// <summary>The language of a text.</summary>
/// <param name="Language">One of the six; null where it is none of them, or not certain.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Detected(Language? Language, double Confidence)
{
    /// <summary>Whether it is most like another language, certain or not.</summary>
    public bool IsOther { get; init; }
}

/// <summary>
/// Tells the six languages apart by script, and those of one script by their commonest words; says "unknown" rather than guess.
/// </summary>
public static class LanguageDetector
{
    private const int FewestLetters = 20;
    private const double LeastShare = 0.6;
    private const double LeastLead = 1.5;
    private const double LeastWords = 0.12;

    private static readonly (Language? Language, HashSet<string> Words)[] Latin =
    [
        (Language.English,
            Words("the of and to in is that for with as by on be has have from this are its at which not it an or was under")),
        (Language.French,
            Words("de la le les et des du en à une un est que pour dans par au aux sur ce cette qui ne sa son se ses avec ou sont d l")),
        (Language.Spanish,
            Words("de la el los y en que las del un una por con para se su al es como lo sus ha esta este a o más no sobre e")),
        (null, Words("de o a e do da em que os no na um uma para com não por dos das ao se é à pelo como mais")),
        (null, Words("i amb els les dels per és té seu seva aquesta més seus d l als això")),
        (null, Words("di e il la che in un per è del della con non i le si da dei una al sono nel alla gli")),
        (null, Words("der die und das den von zu mit ist des im für auf ein eine nicht dem sich als auch an werden aus")),
        (null, Words("de het een en van in is dat op te zijn voor met die niet aan er om door bij naar")),
        (null, Words("bir ve bu için ile olarak da de olan daha tarafından en gibi sonra kadar")),
        (null, Words("și în de la cu pe din este care sau pentru o un nu ale al a se prin")),
    ];

    // Those who are taken for Spanish or French where a text is short: their own words, and those that they share with them.
    private static readonly HashSet<string>[] Neighbours =
    [
        Words("de la el l d i a en que un una del dels al als es és ha ho amb els les per té pel pels seu seva seus seves aquest aquesta "
            + "aquests aquestes més això s n són com o no nova nou"),
        Words("de o a os as e do da dos das em no na nos nas que um uma unha para com con coa não non por pelo pela polo pola ao á à aos é "
            + "foi seu sua súa como mais máis sobre en"),
        Words("di e ed il la lo le i gli che un una per è del della dello dei delle con non si da dal dalla al alla nel nella sono a in"),
    ];

    /// <summary>The language.</summary>
    public static Detected Of(string text)
    {
        var counts = new int[Enum.GetValues<Script>().Length];
        foreach (var c in text)
            counts[(int)Scripts.Of(c)]++;
        var letters = text.Count(char.IsLetter);
        var script = Enum.GetValues<Script>().Skip(1).MaxBy(s => counts[(int)s]);
        var share = letters == 0 ? 0 : (double)counts[(int)script] / letters;
        // A Chinese character says as much as several letters.
        if (letters < (script == Script.Han ? FewestLetters / 4 : FewestLetters) || share < LeastShare)
            return new(null, share);
        return script switch
        {
            Script.Latin => ByWords(text),
            Script.Cyrillic => Unless(text, "іїєґђјљњћџў", Language.Russian, share),
            Script.Arabic => Unless(text, "پچژگٹڈڑےی", Language.Arabic, share),
            Script.Han => new(Language.Chinese, share),
            _ => new(null, 0),
        };
    }

    // Letters that the language does not have, now and then at most, in names.
    private static Detected Unless(string text, string foreign, Language language, double share)
    {
        var strange = (double)text.Count(foreign.Contains) / Math.Max(1, text.Count(char.IsLetter));
        return strange > 0.01 ? new(null, strange) : new(language, share);
    }

    private static Detected ByWords(string text)
    {
        var words = Words(text.ToLowerInvariant(), distinct: false);
        if (words.Count == 0)
            return new(null, 0);
        var scores = Latin.Select(l => (l.Language, Score: (double)words.Count(l.Words.Contains) / words.Count))
            .OrderByDescending(s => s.Score).ToList();
        var (best, next) = (scores[0], scores[1]);
        if (Neighbours.Any(n => (double)words.Count(n.Contains) / words.Count > best.Score))
            return new(null, 1 - best.Score) { IsOther = true };
        var lead = next.Score == 0 ? LeastLead : best.Score / next.Score;
        var certain = best.Score >= LeastWords && (lead >= LeastLead || best.Score - next.Score >= LeastWords);
        return new(certain ? best.Language : null, Math.Min(1, best.Score * Math.Min(lead, LeastLead))) { IsOther = best.Language is null };
    }

    private static HashSet<string> Words(string text) => [.. Words(text, distinct: true)];

    private static List<string> Words(string text, bool distinct)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => w.Split('\'', '’'))
            .Select(w => w.Trim('.', ',', ';', ':', '(', ')', '"', '«', '»'))
            .Where(w => w.Length > 0 && w.All(char.IsLetter));
        return [.. distinct ? words.Distinct() : words.Take(20_000)];
    }
}
