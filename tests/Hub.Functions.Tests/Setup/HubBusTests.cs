using Hub.Functions.Setup;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Tests.Setup;

/// <summary>The setting of the Service Bus namespace is checked when the hub starts, not when the first wake-up is sent.</summary>
public sealed class HubBusTests
{
    private const string Local = "Endpoint=sb://127.0.0.1:5672;SharedAccessKeyName=hub;SharedAccessKey=local;UseDevelopmentEmulator=true;";

    [Theory]
    [InlineData("ServiceBus", "nonsense")]
    [InlineData("ServiceBus", "Endpoint=;SharedAccessKeyName=hub;SharedAccessKey=secret")]
    [InlineData("ServiceBus", "Endpoint=sb://127.0.0.1:5672")]
    [InlineData("ServiceBus", "SharedAccessKeyName=hub;SharedAccessKey=secret")]
    [InlineData("ServiceBus", "Endpoint=not an address;SharedAccessKeyName=hub;SharedAccessKey=secret")]
    [InlineData("ServiceBus", "Endpoint=sb://127.0.0.1;SharedAccessKeyName=hub;SharedAccessKey=secret;SharedAccessKey")]
    [InlineData("ServiceBus", "")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "https://secret.servicebus.windows.net/")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "no name")]
    public void A_setting_that_is_none_stops_the_start_in_words(string setting, string value)
    {
        var why = Assert.Throws<InvalidOperationException>(() => HubBus.Connector(Settings(setting, value))).Message;
        Assert.StartsWith("The hub cannot start: the setting ServiceBus", why, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ServiceBus", Local)]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "hub.servicebus.windows.net")]
    public async Task A_setting_that_is_right_makes_a_client_when_it_is_wanted(string setting, string value)
    {
        await using var client = HubBus.Connector(Settings(setting, value))();
        Assert.False(client.IsClosed);
    }

    private static IConfiguration Settings(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();
}
