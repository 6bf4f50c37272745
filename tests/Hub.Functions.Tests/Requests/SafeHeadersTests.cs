using Hub.Functions.Http;

namespace Hub.Functions.Tests.Requests;

/// <summary>What may be kept of an answer, whatever function gives it.</summary>
public sealed class SafeHeadersTests
{
    [Theory]
    [InlineData(200, null, "no-store")]
    [InlineData(200, "public, max-age=3600", "public, max-age=3600")]
    [InlineData(304, "public, max-age=60", "public, max-age=60")]
    [InlineData(404, "public, max-age=3600", "no-store")]
    [InlineData(404, null, "no-store")]
    [InlineData(503, "public, max-age=600", "no-store")]
    public async Task Nothing_is_kept_that_nobody_said_may_be_and_no_error(int status, string? said, string kept)
    {
        var invocation = await new Invocation().Run(new SafeHeaders(), http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.CacheControl = said;
            return Task.CompletedTask;
        });
        Assert.Equal(kept, invocation.Headers.CacheControl);
        Assert.Equal("nosniff", invocation.Headers.XContentTypeOptions);
    }
}
