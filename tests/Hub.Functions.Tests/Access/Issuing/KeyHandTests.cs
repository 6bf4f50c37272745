using System.Text.Json.Nodes;

namespace Hub.Functions.Tests.Access.Issuing;

public sealed class KeyHandTests : KeysCase
{
    [Fact]
    public async Task A_key_counts_as_given_by_who_had_it_in_hand_last_and_its_holder_does_not_make_that_later()
    {
        var reviewer = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var mission = await Issue(First, """{ "name": "mission", "kind": "STATE", "state": "FRA", "role": "MISSION" }""");
        var own = await Rotate((string)mission["key"]!, (string)mission["id"]!, "{}");
        Assert.Null((await Given(own)).By);
        Assert.Equal(await Given(mission), await Given(own));
        var replaced = await Rotate((string)reviewer["key"]!, (string)own["id"]!, "{}");
        var given = await Given(replaced);
        Assert.Equal("reviewer-1", given.By);
        Assert.True(given.At > (await Given(own)).At);
        Assert.Equal(given, await Given(await Rotate((string)replaced["key"]!, (string)replaced["id"]!, "{}")));
    }

    [Fact]
    public async Task A_reviewers_key_that_another_made_is_the_same_person()
    {
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var other = await Issue((string)one["key"]!, """{ "name": "reviewer-9", "kind": "SECRETARIAT" }""");
        var fresh = await Rotate((string)other["key"]!, (string)other["id"]!, "{}");
        Assert.Equal("reviewer-1", (await Who().RequireReviewer(Request("POST", (string)fresh["key"]!))).Person);
        await Refused(422, () => Issue((string)one["key"]!, """{ "name": "First key", "kind": "SECRETARIAT" }"""));
    }

    private async Task<(string? By, DateTimeOffset? At)> Given(JsonNode key) =>
        await _keys.Find((string)key["key"]!, default) is { } found ? (found.GivenBy, found.GivenAt) : default;
}
