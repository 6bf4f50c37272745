using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Simulators.Translator;

/// <summary>The machine translation program Apertium, called once a document and step.</summary>
public sealed class Apertium(string program)
{
    private const string Pivot = "es";

    // Its pairs are named by two letters or by three, as their makers chose.
    private static readonly Dictionary<string, string[]> Names =
        new() { ["en"] = ["en", "eng"], ["es"] = ["es", "spa"], ["fr"] = ["fr", "fra"] };

    public static IReadOnlyCollection<string> Languages => Names.Keys;

    /// <summary>Translates text in one of Apertium's formats (txt, html), through Spanish where there is no direct pair.</summary>
    public async Task<string> Translate(string text, string format, string from, string to)
    {
        foreach (var mode in Route(await Modes(), from, to))
            text = await Run(["-u", "-f", format, mode], text);
        return text;
    }

    /// <summary>Fails when the pair cannot be translated, before anything is.</summary>
    public async Task Check(string from, string to) => Route(await Modes(), from, to);

    private async Task<string[]> Modes() =>
        (await Run(["-l"], "")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Route(string[] modes, string from, string to)
    {
        if (!Names.ContainsKey(from))
            throw TranslatorException.Invalid("InvalidSourceLanguage",
                $"The source language '{from}' is not one of {string.Join(", ", Languages)}.");
        if (!Names.ContainsKey(to) || to == from)
            throw TranslatorException.Invalid("InvalidTargetLanguage",
                $"The target language '{to}' is not another one of {string.Join(", ", Languages)}.");
        if (Mode(modes, from, to) is { } direct)
            return [direct];
        return Mode(modes, from, Pivot) is { } first && Mode(modes, Pivot, to) is { } second
            ? [first, second]
            : throw TranslatorException.Invalid("InvalidTargetLanguage",
                $"Apertium has no pair from '{from}' to '{to}' here; it has {string.Join(", ", modes)}.");
    }

    private static string? Mode(string[] modes, string from, string to) => Array.Find(
        modes, mode => mode.Split('-') is [var one, var other] && Names[from].Contains(one) && Names[to].Contains(other));

    private async Task<string> Run(string[] arguments, string input)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await Feed(process.StandardInput, input);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new TranslatorException(500, "InternalServerError", "InternalServerError", $"Apertium failed: {await errors}");
    }

    private static async Task Feed(StreamWriter pipe, string input)
    {
        try
        {
            await pipe.WriteAsync(input);
            pipe.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new TranslatorException(
                503, "ServiceUnavailable", "ServiceUnavailable",
                $"The translator simulator translates with Apertium, and there is no program '{program}' here. " +
                "Install it (Debian: apt-get install apertium apertium-eng-spa apertium-fr-es) and try again.");
        }
    }
}
