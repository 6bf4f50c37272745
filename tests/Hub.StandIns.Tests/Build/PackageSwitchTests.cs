namespace Hub.StandIns.Tests.Build;

public class PackageSwitchTests
{
    private static readonly string[] Functions =
    [
        "Microsoft.Azure.Functions.Worker 2.52.0",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.1",
        "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus 5.24.0",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3.1",
        "Microsoft.Azure.Functions.Worker.Sdk 2.1.0",
    ];

    // Restored everywhere, so the same in both.
    private static readonly string[] Telemetry =
    [
        "Azure.Monitor.OpenTelemetry.Exporter 1.10.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1",
        "OpenTelemetry.Extensions.Hosting 1.20.1",
    ];

    private static readonly string[] Azure =
        ["Azure.Data.Tables 12.11.0", "Azure.Identity 1.21.0", "Azure.Storage.Blobs 12.17.0", "Microsoft.Graph 5.92.0"];

    [Fact]
    public async Task With_nuget_the_functions_are_built_on_Microsofts_packages_alone()
    {
        var project = await Project.Evaluate("Hub.Functions", "nuget");
        Assert.Equal([Telemetry[0], .. Functions, .. Telemetry[1..]], project.Packages);
        Assert.Equal(["Hub.Azure", "Hub.Core", "Hub.Documents", "Hub.Pages"], project.References);
    }

    [Fact]
    public async Task With_nuget_the_adapters_are_built_on_Microsofts_packages_alone()
    {
        var project = await Project.Evaluate("Hub.Azure", "nuget");
        Assert.Equal(Azure, project.Packages);
        Assert.Equal(["Hub.Core"], project.References);
    }

    [Fact]
    public async Task Otherwise_the_stand_ins_take_the_place_of_what_cannot_be_restored()
    {
        var functions = await Project.Evaluate("Hub.Functions", "standin");
        Assert.Equal(Telemetry, functions.Packages);
        Assert.Equal(["Hub.Azure", "Hub.Core", "Hub.Documents", "Hub.Pages", "Microsoft.Azure.Functions.Worker"], functions.References);

        var azure = await Project.Evaluate("Hub.Azure", "standin");
        Assert.Equal(Azure[1..], azure.Packages);
        Assert.Equal(["Azure.Data.Tables", "Hub.Core", "System.IO.Hashing"], azure.References);
    }

    [Fact]
    public async Task Publishing_with_stand_ins_is_refused_and_says_what_to_do()
    {
        await Project.Dotnet("restore", Project.Path("Hub.Functions"));
        var (code, output) = await Project.Run("publish", Project.Path("Hub.Functions"), "--no-build", "--no-restore");
        Assert.NotEqual(0, code);
        Assert.Contains("error HUB001", output, StringComparison.Ordinal);
        Assert.Contains("dotnet publish Hub.Functions.csproj -c Release -p:AzurePackages=nuget", output, StringComparison.Ordinal);
    }
}
