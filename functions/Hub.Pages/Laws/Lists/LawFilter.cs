using System.Globalization;
using Hub.Pages.Console.Lists;
using Hub.Pages.Laws.Frame;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Pages.Laws.Lists;

/// <summary>What somebody asks the library for, as it was typed and chosen, and as the address of the page says it.</summary>
/// <param name="Query">What was understood of it.</param>
public sealed record LawFilter(LawQuery Query) : IPublic
{
    /// <summary>The State as it was typed, or its name; null for none.</summary>
    public string? State { get; init; }

    /// <summary>The number of the article, as it was typed.</summary>
    public string? Article { get; init; }

    /// <summary>The words, as they were typed.</summary>
    public string? Words { get; init; }

    /// <summary>The day, as it was typed.</summary>
    public string? Day { get; init; }

    /// <summary>Everything that is listed.</summary>
    public static LawFilter None { get; } = new(new LawQuery());

    /// <summary>What names an article.</summary>
    public static LawFilter Of(Instrument instrument, string article) =>
        new(new LawQuery { Instrument = instrument, Article = article }) { Article = article };

    /// <summary>The laws of a region.</summary>
    public static LawFilter OfRegion(string region) => new(new LawQuery { Region = region });

    /// <summary>Its address.</summary>
    public string Address => PageRange.AddressOf(
        LawAddress.Home, ("state", Query.State?.Value ?? State), ("instrument", Query.Instrument?.Code()), ("article", Article),
        ("topic", Query.Topic?.Code()), ("crimeType", Query.CrimeType?.Code()), ("type", Query.Type?.Code()), ("region", Query.Region),
        ("q", Words), ("inForceOn", Query.InForceOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Day));

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Address == LawAddress.Home;
}
