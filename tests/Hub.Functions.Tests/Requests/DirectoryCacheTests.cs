using Hub.Functions.Lookup;
using Hub.Functions.Tests.Documents;
using Hub.Rules.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Requests;

/// <summary>The restricted directory is kept nowhere on its way, and a page that a reader has is new again the next day.</summary>
public sealed class DirectoryCacheTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly MemoryRegister _register = new(Sample.Authority());

    [Fact]
    public async Task A_page_that_a_reader_has_is_sent_again_once_the_day_is_another()
    {
        var first = await Page();
        var tag = first.Headers.ETag.ToString();
        Assert.Equal((200, 304), (first.Status, (await Page(("If-None-Match", tag))).Status));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await Page(("If-None-Match", tag))).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/vcard")]
    public async Task Neither_a_page_nor_a_record_nor_a_card_is_kept_or_guessed_at(string wanted)
    {
        foreach (var served in new[] { await Page(("Accept", wanted)), await Record(("Accept", wanted)) })
            Assert.Equal(("no-store", "nosniff"), ((string?)served.Headers.CacheControl, (string?)served.Headers.XContentTypeOptions));
    }

    private Task<Served> Page(params (string, string)[] headers) =>
        Served.By(Served.Request(headers), request => Function().List(request, default));

    private Task<Served> Record(params (string, string)[] headers) =>
        Served.By(Served.Request(headers), request => Function().Get(request, Sample.Record, default));

    private ReadAuthorities Function() => new(_register, new(), new(), _clock);
}
