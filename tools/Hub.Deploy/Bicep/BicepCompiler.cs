using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hub.Deploy.Bicep;

/// <summary>Bicep's compiler as a process that answers one question after the other (`bicep jsonrpc`): only the first is slow.</summary>
internal sealed class BicepCompiler : IDisposable
{
    private readonly Process _process;
    private readonly JsonRpc _rpc;

    /// <param name="environment">What <c>readEnvironmentVariable</c> finds in .bicepparam files, besides this process's own.</param>
    /// <param name="executable">The compiler, where it is not the one that belongs here.</param>
    public BicepCompiler(IReadOnlyDictionary<string, string> environment, string? executable = null)
    {
        var start = new ProcessStartInfo(executable ?? BicepExecutable.Find(), ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // It lives too briefly to gain by watching itself run: without, it takes a third less time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _rpc = new(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
    }

    /// <summary>What `bicep build` and `bicep lint` say of a .bicep file and of all that it uses.</summary>
    public Compilation Compile(string file) => Compilation.Of(Ask("compile", file), "contents");

    /// <summary>The same of a .bicepparam file, and of the template that it is for.</summary>
    public Compilation CompileParameters(string file) => Compilation.Of(Ask("compileParams", file), "template");

    /// <summary>A file in the form that `bicep format` gives it.</summary>
    public string Format(string file) => (string)Ask("format", file)["contents"]!;

    /// <summary>
    /// What `bicep snapshot` predicts of a deployment: every resource, with loops unrolled, conditions decided and expressions evaluated,
    /// as far as that can be done without Azure. A name of the deployment lets it see through the outputs of modules.
    /// </summary>
    public string Snapshot(string file, string subscription, string location)
    {
        var deployment = new JsonObject { ["subscriptionId"] = subscription, ["location"] = location, ["deploymentName"] = "hub" };
        return (string)Ask("getSnapshot", file, ("metadata", deployment))["snapshot"]!;
    }

    public void Dispose()
    {
        // It writes nothing down, so there is nothing to wait for.
        _process.Kill();
        _process.Dispose();
    }

    private JsonNode Ask(string what, string file, params (string Name, JsonNode Value)[] more)
    {
        var request = new JsonObject { ["path"] = file };
        if (what == "compileParams")
            request["parameterOverrides"] = new JsonObject();
        foreach (var (name, value) in more)
            request[name] = value;
        try
        {
            return _rpc.Call($"bicep/{what}", request);
        }
        catch (IOException)
        {
            throw new DeployException($"Bicep's compiler ended without an answer to {what} {file}.");
        }
    }
}
