using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Hub.Functions.Site;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.UseMiddleware<CallersGone>();
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<SafeHeaders>();
builder.UseMiddleware<ErrorResponses>();
builder.UseMiddleware<WorkErrors>();
builder.UseMiddleware<BodyLimits>();
// Requests are the host's to record; what ASP.NET Core writes of them holds addresses, and in some of those access links (I6).
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.UseMiddleware<AddressCheck>();
builder.UseMiddleware<AccessCheck>();
builder.UseMiddleware<FormCheck>();
builder.UseMiddleware<SearchWordsOpened>();
builder.UseMiddleware<ActionRecorder>();
builder.Services.AddHub(builder.Configuration);
await builder.Build().RunAsync();
