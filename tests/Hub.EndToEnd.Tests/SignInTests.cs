using System.Text;
using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>The Secretariat's people, as App Service Authentication tells of them.</summary>
internal static class SignedIn
{
    public const string Application = "6f1c1a52-3b1c-4f57-9d0e-0a4c8b1f2d10";
    public const string Anna = "11111111-aaaa-4bbb-8ccc-000000000001";
    public const string Boris = "22222222-aaaa-4bbb-8ccc-000000000002";

    public static (string Name, string Value) As(string person) =>
        (
            "X-MS-CLIENT-PRINCIPAL",
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes(
                    $$"""{ "auth_typ": "aad", "claims": [ { "typ": "aud", "val": "{{Application}}" }, { "typ": "oid", "val": "{{person}}" }, { "typ": "roles", "val": "Reviewer" }, { "typ": "roles", "val": "Administrator" } ] }"""
                )));
}

/// <summary>Where sign-in is switched on.</summary>
[Trait("Category", "Long")]
public sealed class SignInTests
{
    [Fact]
    public async Task A_change_of_designation_takes_two_persons_who_signed_in_and_no_key()
    {
        await using var hub = await RunningHub.Start(
            new() { Speed = 600, Settings = new Dictionary<string, string> { ["SignIn__Application"] = SignedIn.Application } },
            SignedIn.As(SignedIn.Anna));
        var id = await hub.Submit(await hub.Office("AUT"), SampleNotices.Designation("AUT"));
        var (path, approve) = ($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" });
        var here = ("Origin", hub.Local.Address.GetLeftPart(UriPartial.Authority));

        (await hub.Secretariat.Post(path, approve)).Expect(403);
        (await hub.Secretariat.Post("api/mails/any/decision", new JsonObject { ["decision"] = "DISMISS", ["reason"] = "x" })).Expect(403);
        Assert.Equal("SECOND_REVIEW", (await hub.Nobody.Post(path, approve, SignedIn.As(SignedIn.Anna), here)).Expect(200)["status"]);
        (await hub.Secretariat.Post(path, approve, SignedIn.As(SignedIn.Boris), here)).Expect(403);
        (await hub.Nobody.Post(path, approve, SignedIn.As(SignedIn.Anna), here)).Expect(409);
        (await hub.Nobody.Post(path, approve, SignedIn.As(SignedIn.Boris), ("Origin", "https://elsewhere.example"))).Expect(403);
        Assert.Equal("COMMITTED", (await hub.Nobody.Post(path, approve, SignedIn.As(SignedIn.Boris), here)).Expect(200)["status"]);
    }
}
