using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The settings that bindings name.</summary>
internal sealed partial class Settings(IConfiguration configuration, Problems problems)
{
    private const string Development = "UseDevelopmentStorage=true";

    /// <summary>The text with each %Name% replaced by that setting.</summary>
    public string Resolve(string text, string function) => Reference().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (configuration[name] is { } value)
            return value;
        problems.Add($"Function '{function}' names %{name}%, and there is no such setting. " +
            "Put it into local.settings.json (Values) or the environment.");
        return match.Value;
    });

    /// <summary>The connection string of the app's own storage.</summary>
    public string Storage(string function)
    {
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } value)
            return value;
        problems.Add($"Function '{function}' needs storage, and the setting AzureWebJobsStorage is missing. " +
            $"For Azurite it is {Development}.");
        return Development;
    }

    /// <summary>The connection string of the storage whose queues stand in for the Service Bus that the setting names.</summary>
    public string Queues(string? connection, string function)
    {
        var setting = connection ?? "AzureWebJobsServiceBus";
        var value = configuration[setting] ?? configuration[$"{setting}:fullyQualifiedNamespace"];
        if (value == Development)
            return Storage(function);
        if (value?.Contains("AccountName=", StringComparison.OrdinalIgnoreCase) == true)
            return value;
        problems.Add(value is null
            ? $"Function '{function}' connects to '{setting}', and there is no such setting. For Azurite's queues it is {Development}."
            : $"Function '{function}': setting '{setting}' is not a storage connection string. The stand-in cannot speak to Service Bus: " +
                $"set it to {Development}, or build with -p:AzurePackages=nuget.");
        return Development;
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
