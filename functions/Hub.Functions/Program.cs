using Hub.Functions.Channels;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<AnswerErrors>();
builder.UseMiddleware<WorkErrors>();
builder.Services.AddHub(builder.Configuration);
await builder.Build().RunAsync();
