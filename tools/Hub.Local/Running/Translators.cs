using System.ComponentModel;
using Hub.Local.Terminal;
using Hub.LocalProcesses;

namespace Hub.Local.Running;

/// <summary>
/// Apertium, which the translator simulator translates with: English, French and Spanish. A hub runs without
/// it; its translations then wait.
/// </summary>
internal static class Translators
{
    private const string Packages = "apertium apertium-eng-spa apertium-fr-es";
    private static readonly string[] Pairs = ["eng-spa", "fr-es"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> Quietly = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    /// <summary>Whether it is there; where it is not and may be installed, it is, else it says how.</summary>
    public static async Task<bool> Ready(Screen screen)
    {
        if (await AreThere())
            return true;
        if (!await MayInstall())
        {
            screen.Line(
                screen.In(Colour.Yellow, $"  Translations wait for Apertium; on Debian or Ubuntu: sudo apt-get install {Packages}"));
            return false;
        }
        screen.Line($"  installing {Packages} (translations on this machine) …");
        var installed = await Apt(["install", "-y", "--no-install-recommends", .. Packages.Split(' ')])
            || (await Apt(["update"]) && await Apt(["install", "-y", "--no-install-recommends", .. Packages.Split(' ')]));
        if (!installed || !await AreThere())
            screen.Line(
                screen.In(Colour.Yellow, $"  Apertium could not be installed; translations wait. By hand: apt-get install {Packages}"));
        return installed && await AreThere();
    }

    private static async Task<bool> AreThere() => await Output("apertium", "-l") is { } modes
        && Pairs.All(p => modes.Split('\n').Select(m => m.Trim()).Contains(p));

    private static async Task<bool> MayInstall() =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && await Output("apt-get", "--version") is not null;

    private static async Task<bool> Apt(string[] arguments)
    {
        await using var process = ChildProcess.Start("apt-get", ["-qq", .. arguments], Quietly);
        return await process.Ended(Patience) == 0;
    }

    private static async Task<string?> Output(string program, string argument)
    {
        try
        {
            await using var process = ChildProcess.Start(program, [argument]);
            return await process.Ended(TimeSpan.FromSeconds(30)) == 0 ? process.Output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
