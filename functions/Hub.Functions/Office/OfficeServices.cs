using Hub.Notices.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Office;

/// <summary>What the office's pages are made of.</summary>
internal static class OfficeServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddOffice(this IServiceCollection services) => services
        .AddSingleton<OfficeAccess>().AddSingleton<OfficeNoticeViews>().AddSingleton<OfficePages>().AddSingleton<OfficeForms>()
        .AddSingleton<Withdrawals>();
}
