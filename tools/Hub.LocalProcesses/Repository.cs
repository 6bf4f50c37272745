namespace Hub.LocalProcesses;

/// <summary>Where the source tree is that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Hub.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path below the root.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The program that a project was built to, in the configuration that this one was built in.</summary>
    public static string Built(string group, string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return PathTo(group, project, "bin", output.Parent!.Name, output.Name, $"{project}.dll");
    }

    /// <summary>The folder in which <c>./hub bench</c> has compiled a project ahead, as it is deployed.</summary>
    public static string Ahead(string group, string project)
    {
        var folder = PathTo(group, project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "ahead");
        return Directory.Exists(folder) ? folder : throw new InvalidOperationException($"{folder} is missing: ./hub bench makes it.");
    }

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Hub.sln above {AppContext.BaseDirectory}.");
    }
}
