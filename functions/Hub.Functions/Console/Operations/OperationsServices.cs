using Hub.Functions.Administration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Operations;

/// <summary>What the pages of operations ask for.</summary>
internal static class OperationsServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddOperationsPages(this IServiceCollection services) =>
        services.AddSingleton<HealthCheck>().AddSingleton<FailureRetry>().AddSingleton<SettingsInForce>();
}
