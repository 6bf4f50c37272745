using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.StandIns.Tests.App;

internal sealed class NoteMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Note.Write($"began {context.FunctionDefinition.Name}");
        await next(context);
        Note.Write($"ended {context.FunctionDefinition.Name}");
    }
}
