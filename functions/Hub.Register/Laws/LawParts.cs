using Hub.Register.Records;

namespace Hub.Register.Laws;

/// <summary>The days of a law's life.</summary>
/// <param name="Adopted">It was adopted.</param>
/// <param name="Published">It was published.</param>
/// <param name="InForce">It came or comes into force.</param>
/// <param name="LastAmended">It was last amended.</param>
/// <param name="Repealed">It was or will be repealed.</param>
public sealed record LawDates(
    DateOnly? Adopted = null, DateOnly? Published = null, DateOnly? InForce = null, DateOnly? LastAmended = null,
    DateOnly? Repealed = null);

/// <summary>A text of a law in one language, and whose it is.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Kind">Whose text.</param>
/// <param name="Url">Where it is, if elsewhere than the law.</param>
/// <param name="TranslatedFrom">The language that a translation was made from.</param>
/// <param name="By">The office or machine that made it.</param>
/// <param name="Date">The day it was made.</param>
/// <param name="Prevails">Whether it is said to prevail; only an official text does.</param>
public sealed record LawText(
    string Language, LawTextKind Kind, string? Url = null, string? TranslatedFrom = null, string? By = null, DateOnly? Date = null,
    bool? Prevails = null);

/// <summary>What a law does to another.</summary>
/// <param name="Kind">What.</param>
/// <param name="Law">The other's id in the library, or its title.</param>
public sealed record LawRelation(LawRelationKind Kind, string Law);

/// <summary>An article of an instrument.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Article">The article's number, e.g. <c>18</c>.</param>
/// <param name="Paragraph">Paragraph and letter, e.g. <c>3(a)</c>.</param>
public sealed record ArticleRef(Instrument Instrument, string Article, string? Paragraph = null);

/// <summary>A provision of a law, and which articles it carries out.</summary>
/// <param name="Label">What it is called, e.g. <c>s. 12</c> or <c>art. 694-1</c>; <c>whole</c> for the whole law.</param>
/// <param name="Articles">The articles that it carries out, one at least.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Extract">Its text, in the language of the law.</param>
/// <param name="ExtractTranslated">Its text in other languages, by BCP 47 tag: unofficial.</param>
/// <param name="CrimeTypes">Which crimes it is about.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Note">A note to those who read it.</param>
public sealed record Provision(
    string Label, IReadOnlyList<ArticleRef> Articles, string? Heading = null, string? Extract = null,
    IReadOnlyDictionary<string, string>? ExtractTranslated = null, IReadOnlyList<CrimeType>? CrimeTypes = null,
    IReadOnlyList<LawTopic>? Topics = null, string? Note = null)
{
    /// <summary>The label of a provision that stands for the whole law.</summary>
    public const string Whole = "whole";
}
