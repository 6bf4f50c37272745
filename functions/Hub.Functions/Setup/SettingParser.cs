using System.Globalization;
using System.Net;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>Reads settings and collects what is missing or wrong with them, so that one error names it all.</summary>
internal sealed class SettingParser(IConfiguration configuration)
{
    private const int LeastKey = 32;
    private readonly List<string> _problems = [];

    public string Text(string name) => configuration[name] is { Length: > 0 } text ? text : Problem(name, "is missing", "");

    public IReadOnlyList<string> List(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? [] : Texts(name);

    public IReadOnlyList<string> Texts(string name) =>
        [.. Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    public Uri Address(string name) =>
        Uri.TryCreate(configuration[name], UriKind.Absolute, out var uri) && uri!.Scheme is "http" or "https"
            ? uri
            : Problem(name, "is missing or no http(s) address", new Uri("http://invalid.example"));

    public double Number(string name, double otherwise) => configuration[name] switch
    {
        null or "" => otherwise,
        { } text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => Problem(name, "is no number above 0", otherwise),
    };

    public TimeSpan Seconds(string name) => configuration[name] switch
    {
        null or "" => TimeSpan.Zero,
        { } text when int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
        _ => Problem(name, "is no whole number of seconds", TimeSpan.Zero),
    };

    public TimeSpan Days(string name) => configuration[name] switch
    {
        null or "" => TimeSpan.Zero,
        { } text when ushort.TryParse(text, CultureInfo.InvariantCulture, out var days) => TimeSpan.FromDays(days),
        _ => Problem(name, "is no whole number of days", TimeSpan.Zero),
    };

    public TimeSpan Days(string name, int otherwise, int least) => configuration[name] switch
    {
        null or "" => TimeSpan.FromDays(otherwise),
        { } text when ushort.TryParse(text, CultureInfo.InvariantCulture, out var days) && days >= least => TimeSpan.FromDays(days),
        _ => Problem(name, $"is no whole number of days from {least} to {ushort.MaxValue}", TimeSpan.FromDays(otherwise)),
    };

    /// <summary>Says what is wrong with a setting beside another.</summary>
    public void Check(bool isRight, string name, string what)
    {
        if (!isRight)
            Problem(name, what, 0);
    }

    public bool Flag(string name, bool otherwise = false) => configuration[name] switch
    {
        null or "" => otherwise,
        { } text when bool.TryParse(text, out var flag) => flag,
        _ => Problem(name, "is neither true nor false", otherwise),
    };

    public Guid? Id(string name) => configuration[name] switch
    {
        null or "" => null,
        { } text when Guid.TryParseExact(text, "D", out var id) => id,
        _ => Problem<Guid?>(name, "is no id such as 00000000-0000-0000-0000-000000000000", null),
    };

    public byte[]? Key(string name)
    {
        if (configuration[name] is not { Length: > 0 } text)
            return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && written >= LeastKey
            ? bytes[..written]
            : Problem<byte[]?>(name, $"is not the base64 of {LeastKey} bytes or more", null);
    }

    public IReadOnlyList<Language> Languages(string name) => configuration[name] switch
    {
        null or "" => Enum.GetValues<Language>(),
        { } text when text.Split(',') is var codes && codes.All(c => Codes.TryParse<Language>(c.Trim(), out _)) =>
            [.. codes.Select(c => Codes.TryParse<Language>(c.Trim(), out var language) ? language : default)],
        _ => Problem<IReadOnlyList<Language>>(name, "is no list of language codes such as en,fr,es", []),
    };

    public IReadOnlyList<IPNetwork> Networks(string name, string otherwise)
    {
        var texts = List(name) is { Count: > 0 } given ? given : [otherwise];
        return texts.All(t => IPNetwork.TryParse(t, out _))
            ? [.. texts.Select(t => IPNetwork.Parse(t))]
            : Problem<IReadOnlyList<IPNetwork>>(name, "is no list of networks such as 192.0.2.0/24", []);
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new InvalidOperationException(
                $"The hub cannot start: {string.Join("; ", _problems)}. "
                + "local.settings.sample.json shows every setting with a value that works.");
    }

    private T Problem<T>(string name, string what, T placeholder)
    {
        _problems.Add($"the setting {name.Replace(":", "__", StringComparison.Ordinal)} {what}");
        return placeholder;
    }
}
