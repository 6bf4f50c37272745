using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Directory.Frame;

/// <summary>What somebody looks for, as the address of the page says it; one can send it on.</summary>
public sealed record FindChoice : IPublic
{
    /// <summary>The State.</summary>
    public StateCode? State { get; init; }

    /// <summary>What was typed for it, where that was not its name.</summary>
    public string? Typed { get; init; }

    /// <summary>For what.</summary>
    public Matter? Matter { get; init; }

    /// <summary>The instrument and article; null where that is open.</summary>
    public Pair? Under { get; init; }

    /// <summary>The tag of the language that the reader writes requests in.</summary>
    public string? Language { get; init; }

    /// <summary>The reader's own State.</summary>
    public StateCode? From { get; init; }

    /// <summary>Whether it is urgent.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What the register is asked; null as long as something is missing.</summary>
    public RequestFor? Request => State is { } state && Matter is { } matter ? new(state, matter, Under?.Instrument, Under?.Article) : null;

    /// <summary>An instrument and article in an address: <c>UNTOC.18</c>.</summary>
    public static string CodeOf(Pair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return $"{pair.Instrument.Code()}.{pair.Article}";
    }

    /// <summary>The address.</summary>
    public string Address
    {
        get
        {
            var query = new[]
            {
                ("state", State?.Value ?? Typed), ("matter", Matter?.Code()), ("under", Under is { } under ? CodeOf(under) : null),
                ("language", Language), ("from", From?.Value), ("urgent", IsUrgent ? "true" : null),
            }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
            return $"{DirectoryAddress.Home}/find?{string.Join('&', query)}";
        }
    }
}
