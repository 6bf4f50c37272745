using System.ComponentModel;
using Hub.LocalProcesses;

namespace Hub.Local.Running;

/// <summary>What must be on this machine.</summary>
internal static class Prerequisites
{
    private const int OldestNode = 18;
    private const string GetNode = "Install Node.js 20 or later (https://nodejs.org, or your system's package manager) and try again.";

    public static async Task Check()
    {
        var version = await Output(
            "node", "Azurite, the storage of a hub on this machine, needs Node.js, and there is no 'node' on the PATH.");
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < OldestNode)
            throw new CommandException($"Azurite needs Node.js {OldestNode} or later; 'node --version' says {version}.", GetNode);
        if (!Directory.Exists(Repository.PathTo("tools", "azurite", "node_modules")))
            await Output("npm", "Azurite has to be installed once, by npm, and there is no 'npm' on the PATH.");
    }

    private static async Task<string> Output(string program, string missing)
    {
        try
        {
            await using var process = ChildProcess.Start(program, ["--version"]);
            await process.Ended(TimeSpan.FromSeconds(30));
            return process.Output.Trim();
        }
        catch (Win32Exception)
        {
            throw new CommandException(missing, GetNode);
        }
    }
}
