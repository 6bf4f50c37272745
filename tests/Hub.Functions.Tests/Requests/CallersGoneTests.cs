using Hub.Functions.Errors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Functions.Tests.Requests;

/// <summary>What the worker throws around a function because the caller hung up.</summary>
public sealed class CallersGoneTests
{
    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(IOException))]
    public Task Hanging_up_is_no_error_of_the_hubs(Type thrown) => Run("httpTrigger", thrown);

    [Theory]
    [InlineData("httpTrigger", typeof(InvalidOperationException))]
    [InlineData("httpTrigger", typeof(TimeoutException))]
    [InlineData("serviceBusTrigger", typeof(OperationCanceledException))]
    public Task Anything_else_is_an_error(string trigger, Type thrown) => Assert.ThrowsAsync(thrown, () => Run(trigger, thrown));

    private static Task Run(string trigger, Type thrown) => new Invocation { EntryPoint = "Hub.Functions.Notices.SubmitNotice", Trigger = trigger }
        .Run(new CallersGone(NullLogger<CallersGone>.Instance), _ => throw (Exception)Activator.CreateInstance(thrown)!);
}
