using System.Reflection;

namespace Hub.Deploy.Bicep;

/// <summary>Where Bicep's compiler is: in its package, or on the PATH where there is none for the system.</summary>
internal static class BicepExecutable
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Names = ["bicep", "bicep.exe"];

    private static readonly string? Packaged = typeof(BicepExecutable).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "Bicep")?.Value;

    public static string Find() => Find(Packaged, Environment.GetEnvironmentVariable("PATH") ?? "");

    public static string Find(string? packaged, string path)
    {
        var found = packaged ?? path.Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (!File.Exists(found))
            throw new DeployException(
                packaged is null
                    ? "Bicep's compiler is missing: install the Bicep CLI, and put `bicep` on the PATH."
                    : $"Bicep's compiler is missing: there is no {packaged}. `dotnet restore Hub.sln` brings it.");
        // A package's files come without the right to be run.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(found) & UnixFileMode.UserExecute) == 0)
            File.SetUnixFileMode(found, File.GetUnixFileMode(found) | Executable);
        return found;
    }
}
