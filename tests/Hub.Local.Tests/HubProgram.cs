using Hub.Local.Running;
using Hub.LocalProcesses;

namespace Hub.Local.Tests;

/// <summary>The program that <c>./hub up</c> and its like run, as a process.</summary>
internal static class HubProgram
{
    public static ChildProcess Start(params string[] arguments) =>
        ChildProcess.Start("dotnet", [Repository.Built("tools", "Hub.Local"), .. arguments]);

    /// <summary>A base of free ports: all eight of a hub lie at fixed distances from it.</summary>
    public static int FreeBase() => Enumerable.Range(0, 100).Select(i => 21071 + i * 40).First(p =>
    {
        try
        {
            new HubPorts(p).RequireFree("");
            return true;
        }
        catch (CommandException)
        {
            return false;
        }
    });
}
