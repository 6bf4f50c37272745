using System.Net;

namespace Hub.Host.Tests.Conformance;

/// <summary>What a function is refused for that builds without a warning: each with the reason in the log, and the rest goes on.</summary>
public sealed class RefusalTests(RefusedHost host) : IClassFixture<RefusedHost>
{
    [Theory]
    [InlineData("The 'SameNames' function is in error: Multiple bindings with name 'Mail' discovered. Binding names must be unique.")]
    [InlineData("The 'Administration' function is in error: The specified route conflicts with one or more built in routes.")]
    [InlineData("The 'Runtime' function is in error: The specified route conflicts with one or more built in routes.")]
    [InlineData(
        "The 'SecondOfRoute' function is in error: The route specified conflicts with the route defined by function 'FirstOfRoute'."
    )]
    [InlineData("'%NoSuchSetting%' does not resolve to a value")]
    [InlineData("The schedule expression 'every day' was not recognized")]
    public void A_wrong_function_is_refused_with_the_reason(string line) =>
        Assert.Contains(line, host.Log, StringComparison.Ordinal);

    [Fact]
    [Trait("Host", "ours")]
    public async Task The_other_functions_go_on()
    {
        using var http = new HttpClient { BaseAddress = host.Address };

        Assert.Contains("2 functions", host.Log, StringComparison.Ordinal);
        Assert.Equal("good", await http.GetStringAsync(new Uri("/good", UriKind.Relative)));
        // By the method that only the first takes: the worker does not know that the host has refused the second.
        Assert.Equal("first", await http.GetStringAsync(new Uri("/same/1", UriKind.Relative)));
        using var refused = await http.GetAsync(new Uri("/names", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }
}
