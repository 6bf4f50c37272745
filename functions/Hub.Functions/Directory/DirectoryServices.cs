using Hub.Intake.Inbox.ByHand;
using Hub.Register.Lookup;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Directory;

/// <summary>What the pages of the directory ask for.</summary>
internal static class DirectoryServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDirectoryPages(this IServiceCollection services) =>
        services.AddSingleton<StateLookup>().AddSingleton<DirectoryAnswers>().AddSingleton<ReportLimit>().AddSingleton<ErrorReports>();
}
