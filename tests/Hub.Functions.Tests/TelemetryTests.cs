using System.Diagnostics;
using Hub.Functions.Setup;
using Hub.Work.Tracing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Hub.Functions.Tests;

public sealed class TelemetryTests
{
    private const string Insights = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/";

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", Insights)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1/")]
    public void The_hubs_own_spans_are_sent_and_those_of_libraries_are_not(string setting, string value)
    {
        using var services = Services(setting, value);
        Assert.NotNull(services.GetService<TracerProvider>());
        using var library = new ActivitySource("Azure.Core.Http");
        Assert.False(library.HasListeners());
        using var span = HubTrace.OfNotice("notice.route", "XAA-sent");
        Assert.True(span!.Recorded);
    }

    [Fact]
    public void Without_a_place_to_send_to_nothing_is_recorded()
    {
        using var services = Services("APPLICATIONINSIGHTS_CONNECTION_STRING", "");
        Assert.Null(services.GetService<TracerProvider>());
    }

    private static ServiceProvider Services(string setting, string value) => new ServiceCollection()
        .AddTraces(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build())
        .BuildServiceProvider();
}
