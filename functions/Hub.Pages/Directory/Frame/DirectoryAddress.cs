using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Directory.Frame;

/// <summary>Where the pages of the directory are. No address holds a name, a number or an address of anybody.</summary>
public static class DirectoryAddress
{
    /// <summary>The first page.</summary>
    public const string Home = "/directory";

    /// <summary>Who answers day and night.</summary>
    public const string DayAndNight = Home + "/day-and-night";

    /// <summary>The States.</summary>
    public const string States = Home + "/states";

    /// <summary>The instruments.</summary>
    public const string Instruments = Home + "/instruments";

    /// <summary>How many States have designated somebody.</summary>
    public const string Coverage = Home + "/coverage";

    /// <summary>What changed.</summary>
    public const string Changes = Home + "/changes";

    /// <summary>Where somebody asks for access.</summary>
    public const string Access = "/sign-in/access";

    /// <summary>A search by words.</summary>
    public const string Search = Home + "/search";

    /// <summary>When several offices are open at once.</summary>
    public const string Hours = Home + "/hours";

    /// <summary>When some offices are open at once, and where one of another State is added.</summary>
    public static string HoursOf(IEnumerable<string> offices, StateCode? state = null) => Hours + "?" + string.Join('&', [
        .. offices.Select(o => $"office={Uri.EscapeDataString(o)}"), .. state is { } of ? new[] { $"state={of}" } : []]);

    /// <summary>A State.</summary>
    public static string Of(StateCode state) => $"{States}/{state}";

    /// <summary>An office.</summary>
    public static string Office(string id) => $"{Home}/authorities/{Uri.EscapeDataString(id)}";

    /// <summary>The offices designated under an instrument.</summary>
    public static string Of(Instrument instrument) => $"{Instruments}/{instrument.Code()}";
}
