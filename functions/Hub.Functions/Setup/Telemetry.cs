using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Hub.Delivery.Webhooks;
using Hub.Work.Tracing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Functions.Setup;

/// <summary>
/// Sends the hub's own spans and counts, and no others: what libraries record holds addresses and queries. Requests and messages are the
/// host's to record (host.json, telemetryMode).
/// </summary>
public static class Telemetry
{
    /// <summary>To Application Insights, to an OpenTelemetry collector, to both, or nowhere: whichever has its setting.</summary>
    public static IServiceCollection AddTraces(this IServiceCollection services, IConfiguration configuration)
    {
        var insights = configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        var collector = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(collector))
            return services;
        services.AddOpenTelemetry().ConfigureResource(r => r.AddService("directory-hub")).WithTracing(traces =>
        {
            traces.AddSource(HubTrace.SourceName).SetSampler(new AlwaysOnSampler());
            if (!string.IsNullOrEmpty(insights))
                traces.AddAzureMonitorTraceExporter(o => Everything(o, insights));
            if (!string.IsNullOrEmpty(collector))
                traces.AddOtlpExporter();
        }).WithMetrics(metrics =>
        {
            metrics.AddMeter(DeliveryMetrics.MeterName);
            if (!string.IsNullOrEmpty(insights))
                metrics.AddAzureMonitorMetricExporter(o => Everything(o, insights));
            if (!string.IsNullOrEmpty(collector))
                metrics.AddOtlpExporter();
        });
        return services;
    }

    // Its own default keeps a few traces a second and drops the others, whatever the sampler above says.
    private static void Everything(AzureMonitorExporterOptions options, string insights)
    {
        options.ConnectionString = insights;
        options.Credential = new DefaultAzureCredential();
        options.TracesPerSecond = null;
        options.SamplingRatio = 1;
    }
}
