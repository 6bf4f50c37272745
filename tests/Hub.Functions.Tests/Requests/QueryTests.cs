using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Functions.Tests.Access;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Functions.Tests.Requests;

/// <summary>What a query asks for is done, or what is wrong with it is said; nothing of it is left out without a word.</summary>
public sealed class QueryTests
{
    private static readonly Caller Reader = new("a reader", CallerKind.Reader);
    private readonly ReadAuthorities _directory;

    public QueryTests()
    {
        var (first, second) = (Sample.Authority("a"), Sample.Authority("b", Sample.OtherState));
        var register = new MemoryRegister(
            first with { Restricted = first.Restricted with { LanguagesOfRequests = ["fr", "qya"] } }, second);
        register.Change(new Change.SetMembership(
            new("wacap", Sample.OtherState, MembershipRole.Member, null, null, "s", Confidence.High, null)));
        _directory = new(register, Sample.Data.States, Sample.Data.Networks, new ManualClock());
    }

    [Theory]
    [InlineData("?state=sen", "b")]
    [InlineData("?state=Xaa", "a")]
    [InlineData("?matter=mla", "a", "b")]
    [InlineData("?language=FR", "a")]
    [InlineData("?language=qya", "a")]
    [InlineData("?language=mt")]
    [InlineData("?network=wacap", "b")]
    [InlineData("?network=WACAP", "b")]
    [InlineData("?after=b&state=XAA", "a")]
    [InlineData("?openAt=2025-04-01T09:30:00Z")]
    [InlineData("?openAt=2025-04-01T09:30:00%2B02:00")]
    [InlineData("?openAt=2025-04-01T09:30:00+02:00")]
    [InlineData("?openAt=2025-04-01t09:30:00.123z")]
    public async Task What_is_known_is_found(string query, params string[] records)
    {
        var answer = await Ask(query);
        Assert.Equal(200, answer.Status);
        Assert.Equal(records, answer.Json!["items"]!.AsArray().Select(i => (string)i!["recordId"]!).Order());
    }

    [Theory]
    [InlineData("?state=QQQ", "'state'")]
    [InlineData("?state=Senegal", "SEN")]
    [InlineData("?state=", "'state' is empty")]
    [InlineData("?state=SEN&state=XAA", "more than once")]
    [InlineData("?matter=%EF%BF%BE", "MLA")]
    [InlineData("?language=xx-nonsense", "BCP 47")]
    [InlineData("?language=klingon", "BCP 47")]
    [InlineData("?network=nowhere", "/api/networks")]
    [InlineData("?network=%EF%BF%BE", "/api/networks")]
    [InlineData("?after=nobody", "Link")]
    [InlineData("?withdrawn=yes", "neither true nor false")]
    [InlineData("?openAt=12:00", "RFC 3339")]
    [InlineData("?openAt=2025-04-01", "RFC 3339")]
    [InlineData("?openAt=2025-04-01T09:30:00", "RFC 3339")]
    [InlineData("?openAt=04/01/2025 09:30 Z", "RFC 3339")]
    [InlineData("?opnAt=2025-04-01T09:30:00Z", "openAt")]
    public async Task What_is_not_known_is_refused_by_name(string query, string said)
    {
        var answer = await Ask(query);
        Assert.Equal(400, answer.Status);
        Assert.Contains(said, answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/vcard", "4.0")]
    [InlineData("text/vcard; version=4.0", "4.0")]
    [InlineData("text/vcard; version=3.0", "3.0")]
    [InlineData("text/vcard;version=\"3.0\", */*;q=0.1", "3.0")]
    [InlineData("text/vcard; version=3.0, text/vcard", "4.0")]
    public async Task A_card_is_of_the_version_that_is_asked_for(string accept, string version)
    {
        var answer = await Asked.By(Asked.Get("", ("Accept", accept)).As(Reader), r => _directory.Get(r, "a", default));
        Assert.Contains($"VERSION:{version}\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"version={version}", answer.Headers.ContentType.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_the_API_refuses_a_parameter_that_its_contract_does_not_have()
    {
        var operations = from path in (JsonObject)OpenApi.Build()["paths"]!
                         where path.Key.StartsWith("/api/", StringComparison.Ordinal)
                         from operation in (JsonObject)path.Value!
                         select (string)operation.Value!["operationId"]!;
        foreach (var operation in operations)
            Assert.Equal(
                400, Assert.Throws<ApiException>(() => AddressCheck.Check(operation, Asked.Get("?noSuchParameter=1"))).Status);
        AddressCheck.Check("ListAuthorities", Asked.Get("?state=SEN&limit=1"));
        AddressCheck.Check("ListEditionDeliveries", Asked.Get("?status=BOUNCED"));
        AddressCheck.Check("HearOfMail", Asked.Get("?validationToken=x"));
        AddressCheck.Check("ShowNetworkPages", Asked.Get("?utm_source=x"));
        AddressCheck.Check("Sweep", Asked.Get("?x=1"));
        var none = Assert.Throws<ApiException>(() => AddressCheck.Check("ListNetworks", Asked.Get("?q=x")));
        Assert.Contains("takes none", none.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string> TooLong =>
        [$"/api/notices/{new string('x', 301)}", $"/api/notices/{new string('x', 100_000)}/decision"];

    [Theory]
    [InlineData("/api/notices/XAA-\u000b")]
    [InlineData("/api/notices/XAA-\\..")]
    [InlineData("/api/notices/XAA-#1")]
    [InlineData("/api/notices/XAA-\uFFFE")]
    [MemberData(nameof(TooLong))]
    [InlineData("/api/notices/XAA-1\r\nX: y")]
    public void An_address_with_a_character_or_a_length_that_no_id_has_is_refused(string path)
    {
        var request = Asked.Get("");
        request.Path = path;
        Assert.Equal(400, Assert.Throws<ApiException>(() => AddressCheck.Check("GetNotice", request)).Status);
        request.Path = "/api/notices/XAA-0195f00dcafe7000a000000000000001";
        AddressCheck.Check("GetNotice", request);
    }

    private Task<Asked> Ask(string query) => Asked.By(Asked.Get(query).As(Reader), r => _directory.List(r, default));
}
