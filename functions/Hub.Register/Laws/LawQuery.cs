using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Laws;

/// <summary>What somebody looks for in the library; everything absent matches all.</summary>
public sealed record LawQuery : IPublic
{
    /// <summary>The State.</summary>
    public StateCode? State { get; init; }

    /// <summary>An instrument, an article of which a provision carries out.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>The article's number.</summary>
    public string? Article { get; init; }

    /// <summary>The paragraph, as provisions write it: <c>3</c>, <c>3(a)</c>.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What a provision is about.</summary>
    public LawTopic? Topic { get; init; }

    /// <summary>The crime that a provision is about.</summary>
    public CrimeType? CrimeType { get; init; }

    /// <summary>The kind of text.</summary>
    public LawType? Type { get; init; }

    /// <summary>The sub-region (M49) of the State.</summary>
    public string? Region { get; init; }

    /// <summary>Words of a title, of the number or of a heading; all of them have to be there.</summary>
    public string? Text { get; init; }

    /// <summary>A day on which the law is known to be in force.</summary>
    public DateOnly? InForceOn { get; init; }

    /// <summary>Whether one provision is all that is wanted of provisions: its articles, topics and crimes.</summary>
    internal bool Wants(Provision provision) =>
        (Topic is not { } topic || provision.Topics?.Contains(topic) == true)
        && (CrimeType is not { } crime || provision.CrimeTypes?.Contains(crime) == true)
        && ((Instrument, Article, Paragraph) is (null, null, null) || provision.Articles.Any(Wants));

    private bool Wants(ArticleRef article) =>
        (Instrument is null || article.Instrument == Instrument)
        && (Article is null || article.Article == Article)
        && (Paragraph is null || article.Paragraph is null || IsPart(Parts(Paragraph), Parts(article.Paragraph)));

    // Whoever looks for paragraph 3 wants its letters, and whoever looks for letter (a) of it what holds for the whole paragraph.
    private static bool IsPart(string[] one, string[] other) => one.Zip(other).All(p => p.First == p.Second);

    private static string[] Parts(string paragraph) => paragraph.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries);
}
