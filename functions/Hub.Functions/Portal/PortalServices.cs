using Hub.Functions.Notices;
using Hub.Functions.Partners;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Portal;

/// <summary>What the partners' pages ask for: the same operations as the API's functions.</summary>
internal static class PortalServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services) =>
        services.AddSingleton<Endpoints>().AddSingleton<EndpointControl>().AddSingleton<EndpointConsent>().AddSingleton<Receipts>()
            .AddSingleton<DeliveryRecords>().AddSingleton<ResendEvent>().AddSingleton<AnswerClaims>()
            .AddSingleton<PortalEndpoints>().AddSingleton<FilterForms>();
}
