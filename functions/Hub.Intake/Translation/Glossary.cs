using System.Security.Cryptography;
using System.Text;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Translation;

/// <summary>The terms of the field in six languages (glossary.tsv), so that an instrument keeps its name in every translation.</summary>
public static class Glossary
{
    private static readonly string Table = Read();

    private static readonly string[][] Rows =
        [.. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.TrimEnd('\r').Split('\t'))];

    /// <summary>Its version: the beginning of its SHA-256.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Table)))[..12];

    /// <summary>Its terms of two languages, longest first.</summary>
    public static IReadOnlyList<(string From, string Into)> Pairs(Language from, Language into)
    {
        var (source, target) = (Array.IndexOf(Rows[0], from.Code()), Array.IndexOf(Rows[0], into.Code()));
        return [.. Rows.Skip(1).Select(r => (r[source], r[target])).OrderByDescending(p => p.Item1.Length)];
    }

    /// <summary>The same as a table of two columns, as translation services take it.</summary>
    public static string Tsv(Language from, Language into) => string.Concat(Pairs(from, into).Select(p => $"{p.From}\t{p.Into}\n"));

    private static string Read()
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream("Hub.Intake.Translation.glossary.tsv")!;
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}
