using Hub.Azure.Tables;
using Hub.Delivery.Mail;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices.Outbox;
using Hub.Notices.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.SigningIn;

/// <summary>What signing in by mail is made of.</summary>
internal static class SigningInServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSigningIn(this IServiceCollection services) =>
        services.AddSingleton<ISignInAskStore, SignInAskStore>().AddSingleton<SignInSecrets>().AddSingleton<AddressHolders>()
            .AddSingleton<SignInAsks>().AddSingleton<VisitorSessions>().AddSingleton<VisitorCookies>().AddSingleton<AskLimits>()
            .AddSingleton<IMailComposer, SignInComposer>().AddSingleton<TypedMails>();
}
