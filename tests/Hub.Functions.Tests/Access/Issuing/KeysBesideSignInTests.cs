using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Partners;
using Hub.Functions.Recipients;
using Hub.Functions.Tests.Documents;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access.Issuing;

public sealed class KeysBesideSignInTests : KeysCase
{
    [Fact]
    public async Task Where_people_sign_in_no_key_makes_keys_or_sets_addresses_but_a_partner_replaces_its_own()
    {
        var partner = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var on = new SignInSettings(Guid.Parse(Principal.Application), new("https://hub.example/"));
        foreach (var key in new[] { First, (string)one["key"]! })
        {
            await Refused(403, () => Issue(key, """{ "name": "reviewer-3", "kind": "SECRETARIAT" }""", on));
            await Refused(403, () => Rotate(key, (string)one["id"]!, "{}", on));
            await Refused(403, () => Revoke(key, (string)partner["id"]!, on));
            await Assert.ThrowsAsync<ApiException>(() => Who(on).RequirePerson(Request("PUT", key)));
        }
        // Nor is a partner's access, or a reader's links, ended by one.
        foreach (var end in new Func<HttpRequest, Task>[]
            {
                r => r.Enter<PartnerRegistry>(Who(on), nameof(PartnerRegistry.Revoke)),
                r => r.Enter<RecipientPreferences>(Who(on), nameof(RecipientPreferences.EndLinks)),
            })
            await Refused(403, () => end(Request("DELETE", (string)one["key"]!)));
        await Rotate((string)partner["key"]!, (string)partner["id"]!, "{}", on);
        var person = Request("POST", "", new Principal().Header());
        person.Body = new MemoryStream("""{ "name": "reader", "kind": "READER" }"""u8.ToArray());
        await person.Enter<Keys>(Who(on), nameof(Keys.Issue));
        Assert.Equal(201, (await Served.By(person, r => Function().Issue(r, default))).Status);
    }
}
