using Hub.Functions.Errors;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access.Issuing;

public sealed class KeyRevocationTests : KeysCase
{
    [Fact]
    public async Task The_first_key_is_taken_away_where_it_is_set()
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Revoke(First, ApiKey.IdOf(ApiKey.Hash(First))));
        Assert.Equal(409, refusal.Status);
        Assert.Contains("Hub__FirstKey", refusal.Detail, StringComparison.Ordinal);
        await List(First);
    }

    [Fact]
    public async Task A_key_is_taken_away_by_its_holder_or_the_Secretariat_and_by_nobody_else()
    {
        var one = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var other = await Issue(First, """{ "name": "ejn", "kind": "PARTNER" }""");
        await Refused(403, () => Revoke((string)one["key"]!, (string)other["id"]!));
        Assert.Equal(204, (await Revoke((string)one["key"]!, (string)one["id"]!)).Status);
        Assert.Equal(204, (await Revoke(First, (string)other["id"]!)).Status);
        await Refused(401, () => List((string)other["key"]!));
        await Refused(404, () => Revoke(First, (string)other["id"]!));
    }
}
