using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Host.App;

/// <summary>The app's settings: this process's environment, then the Values of a local.settings.json.</summary>
public sealed partial class AppSettings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private AppSettings()
    {
    }

    /// <summary>All of them, for the worker's environment.</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>A setting, with : and __ meaning the same, or null.</summary>
    public string? this[string name] =>
        _values.GetValueOrDefault(name) ?? _values.GetValueOrDefault(name.Replace(":", "__"));

    /// <summary>Reads the environment and the file, if one is given.</summary>
    public static AppSettings Read(string? file)
    {
        var settings = new AppSettings();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            settings._values[(string)variable.Key] = (string?)variable.Value ?? "";
        foreach (var (name, value) in file is null ? [] : Values(file))
            settings._values.TryAdd(name, value);
        return settings;
    }

    /// <summary>The settings whose names begin with a prefix, without it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> StartingWith(string prefix) => _values
        .Where(v => v.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(v => KeyValuePair.Create(v.Key[prefix.Length..], (string?)v.Value));

    /// <summary>Puts settings in the place of their %names%; says which one there is not.</summary>
    public string Resolve(string text) => Placeholder().Replace(text, found => this[found.Groups[1].Value]
        ?? throw new FormatException($"'{found.Value}' does not resolve to a value: there is no such setting."));

    private static IEnumerable<(string Name, string Value)> Values(string file)
    {
        if (!File.Exists(file))
            throw new HostException($"There is no file {Path.GetFullPath(file)}. Give --settings a local.settings.json, or leave it out.");
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(file), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip });
            return json?["Values"] is JsonObject found ? found.Select(v => (v.Key, v.Value?.ToString() ?? "")).ToList() : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new HostException($"{file} is not a local.settings.json: {error.Message}");
        }
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();
}
