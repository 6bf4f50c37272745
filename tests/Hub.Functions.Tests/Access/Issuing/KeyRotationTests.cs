namespace Hub.Functions.Tests.Access.Issuing;

public sealed class KeyRotationTests : KeysCase
{
    [Fact]
    public async Task A_key_is_replaced_without_a_gap_and_the_old_one_ends()
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var fresh = await Rotate((string)old["key"]!, (string)old["id"]!, """{ "overlapHours": 1 }""");
        Assert.NotEqual((string)old["key"]!, (string)fresh["key"]!);
        Assert.Equal(2, (await List((string)old["key"]!)).Count);
        Assert.Equal(2, (await List((string)fresh["key"]!)).Count);
        await Rotate((string)fresh["key"]!, (string)fresh["id"]!, """{ "overlapHours": 0 }""");
        await Refused(401, () => List((string)fresh["key"]!));
    }

    [Theory]
    [InlineData("""{ "overlapHours": -1 }""")]
    [InlineData("""{ "overlapHours": 169 }""")]
    public async Task An_overlap_beyond_a_week_is_none(string body)
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Refused(422, () => Rotate((string)old["key"]!, (string)old["id"]!, body));
    }

    [Fact]
    public async Task A_colleagues_key_is_not_replaced_and_a_partner_replaces_only_its_own()
    {
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var other = await Issue(First, """{ "name": "reviewer-2", "kind": "SECRETARIAT" }""");
        var partner = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Refused(403, () => Rotate((string)one["key"]!, (string)other["id"]!, "{}"));
        await Refused(403, () => Rotate((string)partner["key"]!, (string)one["id"]!, "{}"));
        await Rotate((string)one["key"]!, (string)one["id"]!, "{}");
        await Rotate((string)one["key"]!, (string)partner["id"]!, "{}");
    }

    [Fact]
    public async Task A_key_is_replaced_once_and_taken_away_with_those_before_and_after_it()
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var fresh = await Rotate((string)old["key"]!, (string)old["id"]!, "{}");
        await Refused(409, () => Rotate((string)old["key"]!, (string)old["id"]!, "{}"));
        await Refused(409, () => Rotate(First, (string)old["id"]!, "{}"));
        Assert.Equal(204, (await Revoke(First, (string)old["id"]!)).Status);
        foreach (var key in new[] { old, fresh })
            await Refused(401, () => List((string)key["key"]!));
    }
}
