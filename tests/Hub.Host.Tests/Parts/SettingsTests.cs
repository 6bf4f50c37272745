using Hub.Host.App;
using Hub.Host.Tests.Protocol;

namespace Hub.Host.Tests.Parts;

public sealed class SettingsTests : IDisposable
{
    private readonly FakeApp _app = new("");

    [Fact]
    public void Names_between_percent_signs_become_their_settings()
    {
        var settings = Read("""{ "Values": { "Queue": "work", "A__B": "nested" } }""");

        Assert.Equal("work", settings.Resolve("%Queue%"));
        Assert.Equal("a-work-nested-z", settings.Resolve("a-%queue%-%A:B%-z"));
        Assert.Equal("100%", settings.Resolve("100%"));
        var error = Assert.Throws<FormatException>(() => settings.Resolve("%Nothing%"));
        Assert.Contains("'%Nothing%' does not resolve", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void A_settings_file_that_is_none_is_named(string text)
    {
        var error = Assert.Throws<HostException>(() => Read(text));

        Assert.Contains("local.settings.json is not a local.settings.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_without_host_json_has_Azure_s_defaults()
    {
        File.Delete(Path.Combine(_app.Folder, "host.json"));

        var host = HostJson.Read(_app.Folder, Read("{}"));

        Assert.Equal(
            new HostJson("api", TimeSpan.FromMinutes(30), 16 * Environment.ProcessorCount, TimeSpan.FromMinutes(5), 0, AutoComplete: true),
            host);
    }

    [Fact]
    public void Host_json_is_heeded_and_settings_go_before_it()
    {
        _app.Write("host.json", """
            {
              "version": "2.0", "functionTimeout": "-1", // a comment
              "extensions": {
                "http": { "routePrefix": "" },
                "serviceBus": { "maxConcurrentCalls": 3, "maxAutoLockRenewalDuration": "00:10:00", "prefetchCount": 5,
                                "autoCompleteMessages": false }
              }
            }
            """);

        var settings = Read("""{ "Values": { "AzureFunctionsJobHost__extensions__serviceBus__maxConcurrentCalls": "4" } }""");

        var host = HostJson.Read(_app.Folder, settings);

        Assert.Equal(new HostJson("", null, 4, TimeSpan.FromMinutes(10), 5, AutoComplete: false), host);
    }

    [Theory]
    [InlineData("no JSON", "host.json is not JSON")]
    [InlineData("""{ "functionTimeout": "soon" }""", "functionTimeout in host.json is 'soon', which is no duration")]
    [InlineData("""{ "functionTimeout": "-00:01:00" }""", "functionTimeout in host.json is '-00:01:00', which is no duration")]
    [InlineData(
        """{ "extensions": { "serviceBus": { "maxConcurrentCalls": 0 } } }""",
        "extensions.serviceBus.maxConcurrentCalls in host.json is '0'"
    )]
    [InlineData(
        """{ "extensions": { "serviceBus": { "prefetchCount": "many" } } }""",
        "extensions.serviceBus.prefetchCount in host.json is 'many'"
    )]
    public void A_host_json_that_is_wrong_says_where(string text, string words)
    {
        _app.Write("host.json", text);

        var error = Assert.Throws<HostException>(() => HostJson.Read(_app.Folder, Read("{}")));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker.config.json", "no JSON", "worker.config.json is not JSON")]
    [InlineData("worker.config.json", "{}", "which is not there. Build the app again.")]
    [InlineData("worker.config.json", "[]", "which is not there. Build the app again.")]
    public void An_app_s_folder_that_is_wrong_says_what_to_do(string file, string text, string words)
    {
        _app.Write(file, text);

        var error = Assert.Throws<HostException>(() => FunctionAppFolder.Open(_app.Folder));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 1", "--app is missing.")]
    [InlineData("--app x", "--port is missing.")]
    [InlineData("--app x --port", "--port has no value.")]
    [InlineData("--app x --port 0", "--port 0 is not a whole number from 1 to 65535.")]
    [InlineData("--app x --port 7x", "--port 7x is not a whole number from 1 to 65535.")]
    [InlineData("--app x --port 1 --verbose yes", "--verbose is not an option; there are --app, --port, --settings, --drain.")]
    public void A_wrong_command_line_is_answered_in_words(string line, string words) =>
        Assert.Equal(words, Assert.Throws<ArgumentException>(() => Arguments.Parse(line.Split(' '))).Message);

    /// <inheritdoc/>
    public void Dispose() => _app.Dispose();

    private AppSettings Read(string values)
    {
        _app.Write("local.settings.json", values);
        return AppSettings.Read(Path.Combine(_app.Folder, "local.settings.json"));
    }
}
