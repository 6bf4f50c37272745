using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Laws.Frame;

/// <summary>Where the pages of the library are.</summary>
public static class LawAddress
{
    /// <summary>The first page, and the search.</summary>
    public const string Home = "/laws";

    /// <summary>The States.</summary>
    public const string States = Home + "/states";

    /// <summary>The articles.</summary>
    public const string Articles = Home + "/articles";

    /// <summary>The regions.</summary>
    public const string Regions = Home + "/regions";

    /// <summary>What is new.</summary>
    public const string Feed = Home + "/feed";

    /// <summary>The whole library as data.</summary>
    public const string Package = "/api/laws/package";

    /// <summary>A law.</summary>
    public static string Of(string id) => $"{Home}/{Uri.EscapeDataString(id)}";

    /// <summary>A version of it.</summary>
    public static string Of(string id, int version) => $"{Of(id)}?version={version}";

    /// <summary>A law as data.</summary>
    public static string Data(string id, int version) => $"/api/laws/{Uri.EscapeDataString(id)}?version={version}";

    /// <summary>A State's laws.</summary>
    public static string Of(StateCode state) => $"{States}/{state}";

    /// <summary>Who carries out an article.</summary>
    public static string Of(Instrument instrument, string article) => $"{Articles}/{instrument.Code()}/{article}";
}
