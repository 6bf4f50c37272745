using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Hub.StandIns.Tests.Worker;

public class MiddlewareTests
{
    [Fact]
    public async Task The_first_registered_is_outermost()
    {
        await using var app = await TestApp.Start(typeof(Functions), configure: b =>
        {
            b.UseMiddleware<Outer>();
            b.UseMiddleware<Inner>();
        });
        await app.Http.GetStringAsync("/api/Plain");
        Assert.Equal(["outer in", "inner in httpTrigger GET", "Plain", "inner out", "outer out"], app.Journal.Lines);
    }

    [Fact]
    public async Task It_sees_and_replaces_the_result()
    {
        await using var app = await TestApp.Start(typeof(Functions), configure: b => b.UseMiddleware(async (context, next) =>
        {
            await next();
            var result = context.GetInvocationResult();
            result.Value = new ContentResult { Content = $"was {((ContentResult)result.Value!).Content}" };
        }));
        Assert.Equal("was plain", await app.Http.GetStringAsync("/api/Plain"));
    }

    [Fact]
    public async Task It_turns_an_exception_into_an_answer()
    {
        await using var app = await TestApp.Start(typeof(Functions), configure: b => b.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (ArgumentException)
            {
                context.GetInvocationResult().Value = new ConflictResult();
            }
        }));
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.GetAsync("/api/Fails")).StatusCode);
    }

    [Fact]
    public async Task It_may_keep_the_function_from_running()
    {
        await using var app = await TestApp.Start(typeof(Functions), configure: b => b.UseMiddleware((context, _) =>
        {
            context.GetInvocationResult().Value = new UnauthorizedResult();
            return Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Http.GetAsync("/api/Plain")).StatusCode);
        Assert.Empty(app.Journal.Lines);
    }

    [Fact]
    public async Task It_shares_items_and_features_with_the_function()
    {
        await using var app = await TestApp.Start(typeof(Functions), configure: b => b.UseMiddleware((context, next) =>
        {
            context.Items["who"] = "Kenya";
            context.Features.Set(new Journal());
            return next();
        }));
        Assert.Equal("Kenya True", await app.Http.GetStringAsync("/api/Shared"));
    }

    public sealed class Outer(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Add("outer in");
            await next(context);
            journal.Add("outer out");
        }
    }

    public sealed class Inner(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Add($"inner in {context.FunctionDefinition.InputBindings["request"].Type} {context.GetHttpContext()!.Request.Method}");
            await next(context);
            journal.Add("inner out");
        }
    }

    public class Functions(Journal journal)
    {
        [Function("Plain")]
        public IActionResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            journal.Add("Plain");
            return new ContentResult { Content = "plain" };
        }

        [Function("Fails")]
        public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new ArgumentException("no");

        [Function("Shared")]
        public static IActionResult Shared(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
            new ContentResult { Content = $"{context.Items["who"]} {context.Features.Get<Journal>() is not null}" };
    }
}
