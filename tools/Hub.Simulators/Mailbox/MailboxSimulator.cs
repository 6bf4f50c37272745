using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Messages;
using Hub.Simulators.Mailbox.Store;
using Hub.Simulators.Mailbox.Subscriptions;
using Hub.Simulators.Mailbox.Transport;
using Hub.Simulators.Pages;

namespace Hub.Simulators.Mailbox;

/// <summary>The part of Microsoft Graph v1.0 that the hub uses, with Exchange's limits.</summary>
public static class MailboxSimulator
{
    public static WebApplication Build(SimulatorOptions options)
    {
        var builder = Control.Host.On(options.Url);
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/v1.0"), UseGraph);
        app.UseRouting();
        MapGraph(app);
        app.Services.GetRequiredService<ControlEndpoints>().Map(app);
        app.Services.GetRequiredService<Bounces>().Map(app);
        app.Services.GetRequiredService<MailboxPages>().Map(app);
        app.Services.GetRequiredService<WritePage>().Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, SimulatorOptions options)
    {
        services.AddSingleton(options.Time);
        services.AddSingleton(_ => new Journal(options.Folder, "mailbox.jsonl"));
        services.AddSingleton(s => new Throttle(s.GetRequiredService<TimeProvider>(), options.Speed));
        services.AddSingleton<MailJournal>().AddSingleton<MailStore>().AddSingleton<MailStats>().AddSingleton<Faults>();
        services.AddSingleton<Drafting>().AddSingleton<Post>().AddSingleton<Bounces>();
        services.AddSingleton<MessageEndpoints>().AddSingleton<FolderEndpoints>().AddSingleton<AttachmentEndpoints>();
        services.AddSingleton<UploadEndpoints>().AddSingleton<DeltaEndpoints>()
            .AddSingleton<SubscriptionEndpoints>().AddSingleton<Notifier>();
        services.AddSingleton<ControlEndpoints>().AddSingleton<Intake>().AddSingleton<MailboxPages>().AddSingleton<WritePage>();
    }

    private static void UseGraph(IApplicationBuilder graph)
    {
        var throttle = graph.ApplicationServices.GetRequiredService<Throttle>();
        var time = graph.ApplicationServices.GetRequiredService<TimeProvider>();
        ErrorWriter write = (http, status, code, message, retryAfter) => GraphErrors.Write(http, time, status, code, message, retryAfter);
        graph.UseMiddleware<GraphErrors>();
        graph.UseMiddleware<BufferMiddleware>(() => throttle.Limits.RequestBytes, write);
        graph.UseMiddleware<GraphBatch>();
        graph.UseMiddleware<GraphGate>();
        graph.UseMiddleware<FaultMiddleware>(write);
        graph.UseMiddleware<GraphErrors>();
        graph.UseMiddleware<GraphBudget>();
    }

    private static void MapGraph(WebApplication app)
    {
        var users = app.MapGroup("/v1.0/users/{mailbox}");
        var services = app.Services;
        services.GetRequiredService<MessageEndpoints>().Map(users);
        services.GetRequiredService<FolderEndpoints>().Map(users);
        services.GetRequiredService<AttachmentEndpoints>().Map(users);
        services.GetRequiredService<UploadEndpoints>().Map(users, app.MapGroup("/v1.0/uploads"));
        services.GetRequiredService<DeltaEndpoints>().Map(users);
        services.GetRequiredService<SubscriptionEndpoints>().Map(app.MapGroup("/v1.0/subscriptions"));
        app.Map("/v1.0/{**rest}", (HttpContext http) => Refuse(http));
    }

    private static void Refuse(HttpContext http) => throw GraphException.NotSimulated($"{http.Request.Method} {http.Request.Path}");
}
