using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Editions;

/// <summary>What the pages of editions ask for.</summary>
internal static class EditionPageServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddEditionPages(this IServiceCollection services) =>
        services.AddSingleton<EditionDetails>().AddSingleton<EditionPlannings>().AddSingleton<EditionMails>();
}
