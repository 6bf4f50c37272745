using Hub.Register.Laws;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Laws;

/// <summary>What the legal library asks for.</summary>
internal static class LawServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddLaws(this IServiceCollection services) =>
        services.AddSingleton<LawSearch>().AddSingleton<LawCoverage>().AddSingleton<LawPackage>().AddSingleton<LawFilters>();
}
