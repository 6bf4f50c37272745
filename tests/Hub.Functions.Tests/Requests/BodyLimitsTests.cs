using Hub.Functions.Errors;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Requests;

/// <summary>Bodies that are too large, come too slowly, or are not UTF-8, whoever reads them.</summary>
public sealed class BodyLimitsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_body_that_says_to_be_too_large_is_refused_before_a_byte_is_read()
    {
        var invocation = new Invocation();
        (invocation.Http.Request.ContentLength, invocation.Http.Request.Body) = (BodyLimits.MostBytes + 1, new Silence());
        Assert.Equal(413, await Refusal(invocation));
    }

    [Fact]
    public async Task A_body_that_says_nothing_of_its_length_is_cut_off_where_it_becomes_too_large()
    {
        var invocation = new Invocation();
        invocation.Http.Request.Body = new MemoryStream(new byte[BodyLimits.MostBytes + 1]);
        Assert.Equal(413, await Refusal(invocation));
    }

    [Fact]
    public async Task A_body_as_large_as_it_may_be_is_read()
    {
        var invocation = new Invocation();
        invocation.Http.Request.Body = new MemoryStream(new byte[BodyLimits.MostBytes]);
        var length = 0L;
        await invocation.Run(new BodyLimits(_clock), async http => length = await Length(http));
        Assert.Equal(BodyLimits.MostBytes, length);
    }

    [Fact]
    public async Task A_body_that_does_not_come_to_an_end_is_given_up()
    {
        var (invocation, silence) = (new Invocation(), new Silence());
        invocation.Http.Request.Body = silence;
        var refusal = Refusal(invocation);
        await silence.Asked;
        _clock.Advance(BodyLimits.Within);
        Assert.Equal(408, await refusal);
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"utf-16\"", 415)]
    [InlineData("application/merge-patch+json; charset=windows-1252", 415)]
    [InlineData("application/json; charset=UTF-8", null)]
    [InlineData("application/json; charset=\"utf-8\"", null)]
    [InlineData("application/json", null)]
    [InlineData("text/csv; charset=utf-16", null)]
    public async Task Json_in_other_characters_than_UTF_8_is_refused_in_words(string type, int? status)
    {
        var invocation = new Invocation();
        (invocation.Http.Request.ContentType, invocation.Http.Request.Body) = (type, new MemoryStream([1]));
        Assert.Equal(status, await Refusal(invocation));
    }

    private async Task<int?> Refusal(Invocation invocation)
    {
        try
        {
            await invocation.Run(new BodyLimits(_clock), Length);
            return null;
        }
        catch (ApiException e)
        {
            return e.Status;
        }
    }

    private static async Task<long> Length(HttpContext http)
    {
        var (buffer, length) = (new byte[64 * 1024], 0L);
        while (await http.Request.Body.ReadAsync(buffer) is > 0 and var read)
            length += read;
        return length;
    }

    /// <summary>A body of which no byte ever comes.</summary>
    private sealed class Silence : MemoryStream
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var never = Task.Delay(Timeout.Infinite, cancellationToken);
            _asked.SetResult();
            await never;
            return 0;
        }
    }
}
