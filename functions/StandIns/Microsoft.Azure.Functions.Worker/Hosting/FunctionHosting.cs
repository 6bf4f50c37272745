using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Finds the functions, checks everything they name, and registers what runs them.</summary>
internal static class FunctionHosting
{
    public static FunctionSet Add(
        IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, HostJson host, IEnumerable<Type> types,
        bool http)
    {
        var problems = new Problems();
        var settings = new Settings(configuration, problems);
        var functions = new FunctionSet(new FunctionFinder(problems).Find(types));
        var queues = new StorageQueues(settings, problems);
        CheckTriggers(functions, queues, problems, http);
        services.AddSingleton(functions).AddSingleton(queues)
            .AddSingleton(QueueOptions.Read(configuration, host, problems))
            .AddSingleton(new OutputWriter(functions, queues))
            .AddSingleton(TimerPlan.All(functions, settings, problems, environment.ApplicationName.ToLowerInvariant()))
            .AddSingleton<StorageWatch>()
            .AddSingleton<FunctionRunner>()
            .AddHostedService<TimerHost>()
            .AddHostedService<QueueHost>();
        services.TryAddSingleton(TimeProvider.System);
        problems.ThrowIfAny();
        return functions;
    }

    private static void CheckTriggers(FunctionSet functions, StorageQueues queues, Problems problems, bool http)
    {
        if (!http && functions.Triggered<HttpTriggerAttribute>().Any())
            problems.Add("There are HTTP functions; call ConfigureFunctionsWebApplication() on the builder.");
        var readers = functions.Triggered<ServiceBusTriggerAttribute>()
            .ToLookup(t => queues.Get(t.Trigger.Connection, t.Trigger.QueueName!, t.Function.Name), t => t.Function.Name);
        foreach (var shared in readers.Where(r => r.Count() > 1))
            problems.Add($"Functions {string.Join(" and ", shared)} would take messages of queue " +
                $"'{shared.Key.Client.Name}' from each other; one function a queue.");
    }
}
