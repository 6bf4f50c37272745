using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.People;

/// <summary>What the pages of keys and people ask for.</summary>
internal static class PeopleServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPeoplePages(this IServiceCollection services) => services.AddSingleton<StateNames>();
}
