using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a functions app: its services, its middleware, and in Build the functions themselves.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly WebApplicationBuilder _web;
    private readonly HostJson _host;

    internal FunctionsApplicationBuilder(string[] args, string folder)
    {
        LocalSettings.Load(folder);
        _host = HostJson.Load(folder);
        _web = WebHosting.CreateBuilder(args, folder);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    /// <summary>Where functions are looked for: the program's own types.</summary>
    internal IEnumerable<Type> FunctionTypes { get; set; } = Assembly.GetEntryAssembly()?.GetTypes() ?? [];

    /// <summary>Whether HTTP is served; set by ConfigureFunctionsWebApplication.</summary>
    internal bool ServesHttp { get; set; }

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Checks every function, and refuses to go on where one cannot run here.</summary>
    public IHost Build()
    {
        var functions = FunctionHosting.Add(_web.Services, _web.Configuration, _web.Environment, _host, FunctionTypes, ServesHttp);
        _web.Services.AddSingleton(new Pipeline(_middleware));
        var app = _web.Build();
        HttpRoutes.Map(app, functions, _host);
        FunctionList.LogWhenStarted(app, functions, _host);
        return app;
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);
}
