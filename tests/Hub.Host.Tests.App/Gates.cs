namespace Hub.Host.Tests.App;

/// <summary>Where functions wait until a test lets them go on: a gate is a file, so that it is open for the next worker too.</summary>
public static class Gates
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("GatesFolder") ?? Path.Combine(Path.GetTempPath(), "hub-host-gates");

    public static async Task Wait(string name, CancellationToken cancel = default)
    {
        while (!File.Exists(PathOf(name)))
            await Task.Delay(25, cancel);
    }

    public static void Open(string name)
    {
        Directory.CreateDirectory(Folder);
        File.Create(PathOf(name)).Dispose();
    }

    private static string PathOf(string name) => Path.Combine(Folder, Path.GetFileName(name));
}
