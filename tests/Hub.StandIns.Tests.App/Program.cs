using System.Globalization;
using Hub.StandIns.Tests.App;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<NoteMiddleware>();
if (builder.Configuration["ShutdownSeconds"] is { } seconds)
    builder.Services.Configure<HostOptions>(
        o => o.ShutdownTimeout = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
await builder.Build().RunAsync();
