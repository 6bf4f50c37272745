using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Host.App;

/// <summary>The build output of a function app, and how its worker is started.</summary>
public sealed record FunctionAppFolder(string Path, string Executable, string WorkerPath, TimeSpan StartupTimeout)
{
    /// <summary>How long Azure's host waits for a worker where worker.config.json says nothing.</summary>
    private static readonly TimeSpan UsualStartup = TimeSpan.FromSeconds(60);

    /// <summary>Looks at the folder, or says what is missing in it.</summary>
    public static FunctionAppFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new HostException($"There is no folder {path}. Give --app the build output of a function app.");
        foreach (var file in (string[])["worker.config.json", "functions.metadata"])
        {
            if (!File.Exists(System.IO.Path.Combine(path, file)))
                throw new HostException(
                    $"{path} is not the build output of a function app: it has no {file}. Build the app with the package " +
                    "Microsoft.Azure.Functions.Worker.Sdk and give --app the folder that its DLL is in, such as bin/Release/net10.0.");
        }
        return Read(path, System.IO.Path.Combine(path, "worker.config.json"));
    }

    private static FunctionAppFolder Read(string path, string file)
    {
        JsonNode? config;
        try
        {
            config = JsonNode.Parse(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            throw new HostException($"{file} is not JSON: {error.Message} Build the app again.");
        }
        var worker = System.IO.Path.Combine(path, Text(config, "description", "defaultWorkerPath") ?? "");
        if (!File.Exists(worker))
            throw new HostException($"{file} names the worker {worker}, which is not there. Build the app again.");
        var timeout = Text(config, "processOptions", "processStartupTimeout");
        return new FunctionAppFolder(
            path, Text(config, "description", "defaultExecutablePath") ?? "dotnet", worker,
            timeout is null ? UsualStartup : Durations.Parse(timeout, $"processStartupTimeout in {file}"));
    }

    private static string? Text(JsonNode? config, string section, string name) => (config as JsonObject)?[section]?[name]?.ToString();
}
