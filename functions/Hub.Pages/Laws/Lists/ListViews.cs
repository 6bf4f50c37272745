using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Laws.Lists;

/// <summary>A law of a list.</summary>
/// <param name="Law">The law.</param>
/// <param name="StateName">The name of its State.</param>
public sealed record ListedLaw(Law Law, string StateName) : IPublic;

/// <summary>What the library answers to whoever looks for something.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Range">Which page of it is shown.</param>
/// <param name="Laws">The laws of that page.</param>
public sealed record LibraryView(LawFilter Filter, PageRange Range, IReadOnlyList<ListedLaw> Laws)
{
    /// <summary>What of it cannot be read.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>The sub-regions (M49) to choose from.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The newest, where nothing was asked for.</summary>
    public IReadOnlyList<ListedLaw> Newest { get; init; } = [];

    /// <summary>How many laws there are.</summary>
    public int Held { get; init; }

    /// <summary>Of how many States.</summary>
    public int States { get; init; }
}

/// <summary>A State, with how many laws of it there are.</summary>
/// <param name="State">The State.</param>
/// <param name="Name">Its name.</param>
/// <param name="Laws">How many.</param>
public sealed record StateLaws(StateCode State, string Name, int Laws) : IPublic;

/// <summary>A State's page of the library.</summary>
/// <param name="State">The State.</param>
/// <param name="Name">Its name.</param>
/// <param name="Range">Which page of its laws is shown.</param>
/// <param name="Laws">The laws of that page.</param>
/// <param name="Missing">The articles for which it named none.</param>
public sealed record LawsOfState(
    StateCode State, string Name, PageRange Range, IReadOnlyList<ListedLaw> Laws, IReadOnlyList<MissingArticle> Missing);

/// <summary>An article, with how many States named a law for it.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Article">The article's number.</param>
/// <param name="States">How many.</param>
public sealed record ArticleCount(Instrument Instrument, string Article, int States) : IPublic;

/// <summary>Who carries out an article.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Regions">The States that named laws, by sub-region (M49; null for none), each in the order of names.</param>
/// <param name="NoSpecificLaw">Those that said that they have none.</param>
/// <param name="Missing">Those of which nothing is known.</param>
/// <param name="NotParties">Those that are not parties.</param>
public sealed record ArticleView(
    Instrument Instrument, string Article, IReadOnlyList<(string? Region, IReadOnlyList<StateLaws> States)> Regions,
    IReadOnlyList<StateLaws> NoSpecificLaw, IReadOnlyList<StateLaws> Missing, IReadOnlyList<StateLaws> NotParties) : IPublic;

/// <summary>A region, with how many of its States have laws in the library, and how many laws these are.</summary>
/// <param name="Region">The sub-region (M49).</param>
/// <param name="With">States with laws.</param>
/// <param name="States">All its States.</param>
/// <param name="Laws">Their laws.</param>
public sealed record RegionLaws(string Region, int With, int States, int Laws) : IPublic;
