namespace Hub.Host.Tests.Protocol;

/// <summary>A folder that looks like a function app, whose worker is a shell script.</summary>
public sealed class FakeApp : IDisposable
{
    /// <summary>A worker that says how it was started and then leaves the talking to the test.</summary>
    public const string Silent = """
        echo "$@" > arguments.new
        mv arguments.new arguments
        exec sleep 600
        """;

    public FakeApp(string script, double startupSeconds = 60)
    {
        Folder = Directory.CreateTempSubdirectory("hub-host-").FullName;
        var timeout = TimeSpan.FromSeconds(startupSeconds).ToString("c");
        Write("worker.config.json", $$"""
            {
              "description": { "language": "dotnet-isolated", "defaultExecutablePath": "bash", "defaultWorkerPath": "worker.sh" },
              "processOptions": { "processStartupTimeout": "{{timeout}}" }
            }
            """);
        Write("functions.metadata", "[]");
        Write("host.json", """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""");
        Write("worker.sh", script);
    }

    public string Folder { get; }

    /// <summary>Writes a file of the app.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
