using Hub.Functions.Errors;

namespace Hub.Functions.Tests.Access.Issuing;

/// <summary>Keys as the API gives them out, lists them, replaces them and takes them away.</summary>
public sealed class KeysTests : KeysCase
{
    [Fact]
    public async Task A_key_is_issued_with_its_id_and_end_and_listed_without_itself()
    {
        var issued = await Issue(First, """{ "name": "wacap", "kind": "PARTNER", "expiresAt": "2030-01-01T00:00:00Z" }""");
        var listed = await List(First);
        Assert.Equal((string)issued["id"]!, (string)listed[1]!["id"]!);
        Assert.Equal("first key", (string)listed[1]!["issuedBy"]!);
        Assert.DoesNotContain((string)issued["key"]!, listed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_other_than_the_Secretariat_sees_its_own_keys_only()
    {
        var own = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Issue(First, """{ "name": "ejn", "kind": "PARTNER" }""");
        Assert.Equal([(string)own["id"]!], (await List((string)own["key"]!)).Select(k => (string)k!["id"]!));
    }

    [Fact]
    public async Task The_first_key_issues_others_and_decides_nothing()
    {
        Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(() => Who().RequireReviewer(Request("POST", First)))).Status);
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        Assert.Equal("reviewer-1", (await Who().RequireReviewer(Request("POST", (string)one["key"]!))).Name);
    }
}
