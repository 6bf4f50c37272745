using Hub.Notices.Recipients;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Recipients;

/// <summary>What the pages of recipients ask for.</summary>
internal static class RecipientPageServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRecipientPages(this IServiceCollection services) =>
        services.AddSingleton<RecipientSearch>().AddSingleton<SubscriberImport>();
}
