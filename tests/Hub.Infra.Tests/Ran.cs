using System.Diagnostics;

namespace Hub.Infra.Tests;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public static async Task<Ran> To(string program, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, error);
    }
}
