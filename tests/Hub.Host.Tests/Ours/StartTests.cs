using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Ours;

/// <summary>How the host and its worker are started, and what is said where they cannot be.</summary>
[Trait("Host", "ours")]
public sealed class StartTests
{
    [Fact]
    public async Task The_worker_is_started_as_Azure_s_host_starts_it()
    {
        await using var own = await OwnHost.Start(new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:9" });

        var process = JsonDocument.Parse(await own.Get("/process")).RootElement;

        var arguments = process.GetProperty("arguments").EnumerateArray().Select(a => a.GetString()!).ToList();
        Assert.Equal(
            ["--host", "--port", "--workerId", "--requestId", "--grpcMaxMessageLength", "--functions-uri", "--functions-worker-id",
                "--functions-request-id", "--functions-grpc-max-message-length"],
            arguments.Where((_, i) => i % 2 == 0));
        Assert.Equal("127.0.0.1", arguments[1]);
        Assert.Equal($"http://127.0.0.1:{arguments[3]}/", arguments[11]);
        Assert.Equal(arguments[5], arguments[13]);
        Assert.Equal("2147483647", arguments[9]);
        var environment = process.GetProperty("environment");
        Assert.Equal(HostUnderTest.App, environment.GetProperty("FUNCTIONS_WORKER_DIRECTORY").GetString());
        Assert.Equal(HostUnderTest.App, environment.GetProperty("FUNCTIONS_APPLICATION_DIRECTORY").GetString());
        Assert.False(environment.TryGetProperty("ASPNETCORE_URLS", out _));
        Assert.Equal(HostUnderTest.App, process.GetProperty("folder").GetString());
        Assert.Equal(own.Host.WorkerId, process.GetProperty("id").GetInt32());
        // The fourth number after the name is the session: a terminal's Ctrl-C is not for the worker.
        var stat = await File.ReadAllTextAsync($"/proc/{own.Host.WorkerId}/stat");
        Assert.Equal($"{own.Host.WorkerId}", stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);
    }

    [Fact]
    public async Task Settings_come_from_the_environment_first_and_then_from_the_file()
    {
        using var app = new Protocol.FakeApp("");
        app.Write("local.settings.json", """
            { "IsEncrypted": false, // a comment
              "Values": { "TickSchedule": "not read", "OnlyInFile": "from the file",
                          "AzureWebJobs.Hello.Disabled": true, "AzureWebJobsDisableHomepage": "true" } }
            """);
        await using var own = await OwnHost.Start(file: Path.Combine(app.Folder, "local.settings.json"));

        var environment = JsonDocument.Parse(await own.Get("/process")).RootElement.GetProperty("environment");

        Assert.Equal("from the file", environment.GetProperty("OnlyInFile").GetString());
        Assert.Equal("*/2 * * * * *", environment.GetProperty("TickSchedule").GetString());
        using var disabled = await own.Http.GetAsync(new Uri("/hello/you", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, disabled.StatusCode);
        using var root = await own.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, root.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_before_a_worker_is_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await Fails(
            FunctionsHost.Launch(HostUnderTest.App, port, HostUnderTest.Settings(LocalBroker.ConnectionStringFor(9))), 1,
            $"Port {port} of 127.0.0.1 cannot be taken");
    }

    [Fact]
    public async Task A_folder_that_is_no_function_app_is_named()
    {
        using var app = new Protocol.FakeApp("");
        File.Delete(Path.Combine(app.Folder, "functions.metadata"));

        await Fails(FunctionsHost.Launch(app.Folder), 1, $"{app.Folder} is not the build output of a function app: it has no functions.");
        await Fails(FunctionsHost.Launch(app.Folder + "-not"), 1, $"There is no folder {app.Folder}-not");
        await Fails(FunctionsHost.Launch(app.Folder, settings: "/no/such.json"), 1, "There is no file /no/such.json");
    }

    [Fact]
    public async Task A_connection_that_is_missing_is_named()
    {
        var settings = HostUnderTest.Settings("");

        await Fails(FunctionsHost.Launch(HostUnderTest.App, environment: settings), 1, "The setting ServiceBus, which a Service Bus");
        settings["ServiceBus"] = "Endpoint=nonsense;SharedAccessKey=secret";
        await Fails(FunctionsHost.Launch(HostUnderTest.App, environment: settings), 1, "The setting ServiceBus is not a connection string");
    }

    [Fact]
    public async Task A_broker_that_is_not_there_yet_does_not_keep_HTTP_from_starting()
    {
        var port = Loopback.FreePorts(1)[0];
        await using var host = await FunctionsHost.Start(
            HostUnderTest.App, environment: HostUnderTest.Settings(LocalBroker.ConnectionStringFor(port)));
        using var http = new HttpClient { BaseAddress = host.Address };
        Assert.StartsWith("Hello", await http.GetStringAsync(new Uri("/hello/you", UriKind.Relative)), StringComparison.Ordinal);

        host.Terminate();

        Assert.Equal(0, await host.Ended(TimeSpan.FromSeconds(20)));
    }

    private static async Task Fails(FunctionsHost host, int code, string words)
    {
        await using (host)
        {
            Assert.Equal(code, await host.Ended(HostUnderTest.Patience));
            Assert.Contains(words, host.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", host.Output, StringComparison.Ordinal);
            if (host.WorkerId is { } worker)
                await Eventually.True(() => !Directory.Exists($"/proc/{worker}"), "the worker has ended");
        }
    }
}
