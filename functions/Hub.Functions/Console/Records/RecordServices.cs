using Hub.Delivery.Confirmations;
using Hub.Register.Lookup;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Records;

/// <summary>What the pages of records ask for.</summary>
internal static class RecordServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRecordPages(this IServiceCollection services) =>
        services.AddSingleton<RecordLog>().AddSingleton<RecordDetails>().AddSingleton<StateDetails>().AddSingleton<StateChoices>()
            .AddSingleton<QualityLists>().AddSingleton<AskingAgain>();
}
