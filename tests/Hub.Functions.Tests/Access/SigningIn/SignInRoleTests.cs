using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access.SigningIn;

public sealed class SignInRoleTests : SignInCase
{
    [Theory]
    [InlineData(SecretariatRoles.Reviewer, "Reviewer")]
    [InlineData(SecretariatRoles.Editor, "Editor")]
    [InlineData(SecretariatRoles.Administrator, "Administrator")]
    [InlineData(SecretariatRoles.Reviewer | SecretariatRoles.Administrator, "Reviewer", "Administrator", "Reader")]
    public async Task The_roles_of_Entra_say_what_somebody_may_do(SecretariatRoles roles, params string[] claims) =>
        Assert.Equal(
            roles, (await On().Require(Request("GET", Principal.Of(Principal.Anna, claims).Header()), CallerKind.Secretariat)).Roles);

    [Fact]
    public async Task What_is_for_one_role_is_not_done_by_another()
    {
        var editor = Own(Principal.Of(Principal.Anna, "Editor"));
        foreach (var require in new Func<HttpRequest, Task<Caller>>[]
        {
            r => On().RequireReviewer(r), r => On().RequirePerson(r), r => On().RequireVisitor(r, SecretariatRoles.Reviewer),
        })
            Assert.Equal(
                (403, Callers.NotForRole),
                await Assert.ThrowsAsync<ApiException>(() => require(editor)) is var e ? (e.Status, e.Message) : default);
        Assert.Equal(Principal.Anna, (await On().RequireVisitor(editor, SecretariatRoles.All)).Name);
    }

    [Theory]
    [InlineData("Anna Example", "name")]
    [InlineData("anna@hub.example", "preferred_username")]
    [InlineData(null, "email")]
    [InlineData(null, "name", 101)]
    public async Task Colleagues_know_somebody_by_the_name_that_Entra_has_where_it_has_one(string? name, string claim, int? length = null)
    {
        var said = length is { } long_ ? new string('a', long_) : name ?? "anna@hub.example";
        var principal = Principal.Of(Principal.Anna, "Editor").And(claim, said);
        Assert.Equal(name, (await On().Require(Request("GET", principal.Header()), CallerKind.Secretariat)).FullName);
    }
}
