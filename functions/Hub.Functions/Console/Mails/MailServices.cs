using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Mails;

/// <summary>What the pages of mails are made of.</summary>
internal static class MailServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddMails(this IServiceCollection services) =>
        services.AddSingleton<MailViews>();
}
