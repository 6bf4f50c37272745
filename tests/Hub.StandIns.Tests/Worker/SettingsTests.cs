using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Hub.StandIns.Tests.Worker;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _name = $"HubTest{Guid.NewGuid():N}";

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_name, null);
        _folder.Dispose();
    }

    [Fact]
    public void Local_settings_become_settings()
    {
        Write("local.settings.json", $$"""{ "IsEncrypted": false, /* mine */ "Values": { "{{_name}}": "from the file", }, }""");
        Assert.Equal("from the file", Builder().Configuration[_name]);
        Assert.Equal("from the file", Environment.GetEnvironmentVariable(_name));
    }

    [Fact]
    public void The_environment_wins_over_local_settings()
    {
        Environment.SetEnvironmentVariable(_name, "from outside");
        Write("local.settings.json", $$"""{ "Values": { "{{_name}}": "from the file" } }""");
        Assert.Equal("from outside", Builder().Configuration[_name]);
    }

    [Fact]
    public void Without_files_the_defaults_hold() => Assert.NotNull(Builder());

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("host.json")]
    public void A_malformed_file_is_named_with_its_line(string file)
    {
        Write(file, "{\n  \"version\": \"2.0\",\n  oops\n}");
        Assert.Contains($"{file}, line 3: this is not JSON", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "an object {...} is expected")]
    [InlineData("""{ "IsEncrypted": true }""", "IsEncrypted must be false")]
    [InlineData("""{ "Values": { "A": { "B": "nested" } } }""", "'A' must be a string")]
    [InlineData("""{ "ConnectionStrings": {} }""", "'ConnectionStrings' is unknown")]
    public void Local_settings_that_cannot_be_kept_are_refused(string json, string reason)
    {
        Write("local.settings.json", json);
        Assert.Contains(reason, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "serviceBus": { "sessionHandlerOptions": {} } }""", "extensions.serviceBus.sessionHandlerOptions")]
    [InlineData("""{ "serviceBus": { "prefetchCount": 5 } }""", "extensions.serviceBus.prefetchCount")]
    [InlineData("""{ "serviceBus": { "autoCompleteMessages": false } }""", "extensions.serviceBus.autoCompleteMessages")]
    [InlineData("""{ "serviceBus": { "maxConcurrentCalls": 0 } }""", "extensions.serviceBus.maxConcurrentCalls")]
    [InlineData("""{ "serviceBus": { "maxConcurrentCalls": "many" } }""", "extensions.serviceBus.maxConcurrentCalls")]
    [InlineData("""{ "serviceBus": { "maxAutoLockRenewalDuration": "5" } }""", "extensions.serviceBus.maxAutoLockRenewalDuration")]
    [InlineData("""{ "http": { "routePrefix": null } }""", "extensions.http.routePrefix")]
    [InlineData("""{ "http": { "maxConcurrentRequests": 5 } }""", "extensions.http.maxConcurrentRequests")]
    [InlineData("""{ "queues": { "batchSize": 5 } }""", "extensions.queues.batchSize")]
    public void A_key_of_host_json_that_is_not_kept_is_refused_by_name(string extensions, string name)
    {
        Write("host.json", $$"""{ "version": "2.0", "extensions": {{extensions}} }""");
        Assert.Contains(name, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Http_functions_want_the_web_application()
    {
        var builder = Builder();
        builder.FunctionTypes = [typeof(Served)];
        Assert.Contains("ConfigureFunctionsWebApplication()", Assert.Throws<InvalidOperationException>(() => builder.Build()).Message,
            StringComparison.Ordinal);
    }

    private FunctionsApplicationBuilder Builder() => new([], _folder.Path);

    private string Refusal() => Assert.Throws<InvalidOperationException>(Builder).Message;

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.Path, file), text);

    public static class Served
    {
        [Function("Served")]
        public static IActionResult Serve([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkResult();
    }
}
