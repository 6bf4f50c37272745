using Hub.Intake.Inbox.ByHand;
using Hub.Notices.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Editor;

/// <summary>What the editor of notices is made of.</summary>
internal static class EditorServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddEditor(this IServiceCollection services) => services.AddSingleton<EnteredNotices>()
        .AddSingleton<NoticeCorrections>().AddSingleton<EditorViews>().AddSingleton<EditorPages>();
}
