using System.Text.RegularExpressions;
using Hub.Register.Records;

namespace Hub.Register.Laws;

/// <summary>The articles that a provision can carry out: the closed list of those that the instruments have.</summary>
public static partial class Articles
{
    // How many articles each has.
    private static readonly Dictionary<Instrument, int> Last = new()
    {
        [Instrument.Untoc] = 41, [Instrument.UntocTip] = 20, [Instrument.UntocSom] = 25, [Instrument.UntocFa] = 21,
        [Instrument.Cnd1988] = 34, [Instrument.Uncac] = 71,
    };

    /// <summary>The instruments of the list, in their order.</summary>
    public static IReadOnlyList<Instrument> Instruments { get; } = [.. Last.Keys];

    /// <summary>How many articles an instrument has; 0 for one that is not on the list.</summary>
    public static int LastOf(Instrument instrument) => Last.GetValueOrDefault(instrument);

    /// <summary>Whether the instrument has such an article, and the paragraph is written as one.</summary>
    public static bool Has(ArticleRef article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Number().IsMatch(article.Article)
            && int.Parse(article.Article, System.Globalization.CultureInfo.InvariantCulture) <= LastOf(article.Instrument)
            && (article.Paragraph is null || Paragraph().IsMatch(article.Paragraph));
    }

    [GeneratedRegex(@"^[1-9][0-9]?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9]{1,2}(\([a-z]{1,4}\)){0,2}\z|^\([a-z]{1,4}\)(\([a-z]{1,4}\))?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph();
}
