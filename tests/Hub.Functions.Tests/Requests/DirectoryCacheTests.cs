using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Lookup;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Requests;

/// <summary>The restricted directory is kept nowhere on its way, and a page that a reader has is new again the next day.</summary>
public sealed class DirectoryCacheTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly MemoryRegister _register = new(Sample.Authority());
    private Caller _caller = new("a reader", CallerKind.Reader);

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

    // The decision was another instance's: what this one has in memory is a moment older.
    [Fact]
    public async Task Whoever_decides_is_shown_what_was_decided_a_moment_ago_on_another_instance()
    {
        _register.Cached = _register.Now;
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"decided a moment ago"}""")));
        Assert.DoesNotContain("decided", Encoding.UTF8.GetString((await Record()).Bytes), StringComparison.Ordinal);
        _caller = new("a reviewer", CallerKind.Secretariat);
        Assert.Contains("decided", Encoding.UTF8.GetString((await Record()).Bytes), StringComparison.Ordinal);
        Assert.Contains("decided", Encoding.UTF8.GetString((await Page()).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_directory_says_until_when_it_holds_and_is_sent_again_once_the_day_is_another()
    {
        var first = await Whole();
        var text = Encoding.UTF8.GetString(first.Bytes);
        Assert.Contains($"\"recordId\":\"{Sample.Record}\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"expires\":\"{Sample.Now.UtcDateTime.AddDays(30):yyyy-MM-dd}\"", text, StringComparison.Ordinal);
        Assert.Equal(("no-store", "nosniff"), ((string?)first.Headers.CacheControl, (string?)first.Headers.XContentTypeOptions));
        Assert.Equal(304, (await Whole(("If-None-Match", first.Headers.ETag.ToString()))).Status);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await Whole(("If-None-Match", first.Headers.ETag.ToString()))).Status);
    }

    // Whether a treaty is needed for extradition is said by a State, not by one of its offices.
    [Fact]
    public async Task The_whole_directory_brings_what_States_declared()
    {
        _register.Change(
            new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.No)), new Change.DeclareNil(Sample.Extradition));
        var facts = JsonNode.Parse((await Whole()).Bytes)!["states"]![0]!;
        Assert.Equal(("XAA", "NO"), ((string?)facts["state"], (string?)facts["legalBasis"]![0]!["value"]));
        Assert.Equal("EXTRADITION", (string?)facts["nilDeclarations"]![0]!["pair"]!["matter"]);
    }

    private Task<Served> Whole(params (string, string)[] headers) =>
        Served.By(Served.Request(headers).As(_caller), request => new DirectoryPackage(_register, _clock).Get(request, default));

    private Task<Served> Page(params (string, string)[] headers) =>
        Served.By(Served.Request(headers).As(_caller), request => Function().List(request, default));

    private Task<Served> Record(params (string, string)[] headers) =>
        Served.By(Served.Request(headers).As(_caller), request => Function().Get(request, Sample.Record, default));

    private ReadAuthorities Function() => new(_register, new(), new(), _clock);
}
