using System.Reflection;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Requests;
using Hub.Notices.Access;
using Hub.Register.Json;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests.Access;

/// <summary>Who may call each HTTP function: the contract names them, the attributes let them in, and nobody else.</summary>
public sealed class AccessTests
{
    // Where people sign in, a key of the Secretariat does not do these; its own it may take away.
    private static readonly string[] ForPersons =
        ["EndLinks", "IssueKey", "PauseMail", "ResumeMail", "RevokePartner", "RotateKey", "SavePartner", "SaveSubscriber"];

    private static readonly string[] ForReviewers =
        
    [
        "AddCorrection", "AskForErasure", "AskForPublication", "DecideMail", "DecideNotice", "DropEdition", "PublishAsSecond",
        "TakeBackPublication",
    ];

    private static readonly Dictionary<string, MethodInfo> Functions = FunctionMethods.Api.ToDictionary(f => f.Name, f => f.Method);

    private static readonly Dictionary<string, CallerKind[]> Named = OpenApi.Build()["paths"]!.AsObject()
        .SelectMany(p => p.Value!.AsObject()).ToDictionary(o => (string)o.Value!["operationId"]!, o => Roles(o.Value!["security"]!));

    private readonly MemoryKeys _keys = new(TimeProvider.System);

    public static TheoryData<string> Names => [.. Functions.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_http_function_says_once_who_may_call_it_and_no_other_function_says_so()
    {
        Assert.InRange(Functions.Count, 79, 200);
        Assert.All(
            FunctionMethods.All,
            f => Assert.True(
                f.Method.GetCustomAttributes<AccessAttribute>().Count() == (FunctionMethods.Http.Contains(f) ? 1 : 0), f.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_function_is_called_by_whom_the_contract_names_and_by_nobody_else(string function)
    {
        var callers = Who();
        var isForAll = Named[function].Length == 0;
        Assert.Equal(isForAll ? "in" : "401", await Call(function, callers));
        Assert.Equal(isForAll ? "in" : "401", await Call(function, callers, "a key that nobody issued"));
        foreach (var kind in Enum.GetValues<CallerKind>())
            Assert.Equal(
                (kind, isForAll || Named[function].Contains(kind) ? "in" : "403"), (kind, await Call(function, callers, await Key(kind))));
        Assert.Equal(isForAll, _keys.Asked == 0);
    }

    [Fact]
    public async Task Where_people_sign_in_what_is_for_persons_is_done_by_no_key_and_reviewers_are_persons()
    {
        var (callers, key) = (Who(new(Guid.Parse(Principal.Application), new("https://hub.example/"))), await Key(CallerKind.Secretariat));
        Assert.Equal(
            ForPersons.Concat(ForReviewers).Order(StringComparer.Ordinal), await Refused(f => Call(f, callers, key)));
        Assert.Equal([], await Refused(f => Call(f, callers, header: new Principal().Header())));
    }

    [Fact]
    public void Whatever_the_Secretariat_changes_by_it_names_the_roles_that_may() => Assert.Equal(
        [],
        Functions.Where(f => Changes(f.Value) && Named[f.Key].Contains(CallerKind.Secretariat) && Roles(f.Value) == SecretariatRoles.None)
            .Select(f => f.Key));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_people_who_signed_in_those_with_a_role_that_it_names_call_it_and_where_it_names_none_all_do(string function)
    {
        if (!Named[function].Contains(CallerKind.Secretariat))
            return;
        var roles = Roles(Functions[function]);
        var callers = Who(new(Guid.Parse(Principal.Application), new("https://hub.example/")));
        foreach (var role in new[] { SecretariatRoles.Reviewer, SecretariatRoles.Editor, SecretariatRoles.Administrator })
            Assert.Equal(
                (role, roles == SecretariatRoles.None || (roles & role) != 0 ? "in" : "403"),
                (role, await Call(function, callers, header: Principal.Of(Principal.Anna, $"{role}").Header())));
    }

    [Theory]
    [InlineData("RetryFailure", SecretariatRoles.Administrator)]
    [InlineData("ResolveBounces", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("ResendDelivery", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("ResendFailedDeliveries", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("SubmitNotice", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("AddCorrection", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("AskForConfirmations", SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    [InlineData("DecideNotice", SecretariatRoles.Reviewer)]
    [InlineData("SaveSubscriber", SecretariatRoles.Administrator)]
    public void A_change_by_the_API_wants_the_role_that_its_page_wants(string function, SecretariatRoles roles) =>
        Assert.Equal(roles, Roles(Functions[function]));

    [Fact]
    public async Task The_first_key_does_nothing_that_is_for_reviewers()
    {
        var first = (await _keys.Issue(new(Caller.FirstKey, CallerKind.Secretariat), "", null, default)).Secret;
        Assert.Equal(ForReviewers, await Refused(f => Call(f, Who(), first)));
    }

    [Fact]
    public async Task Where_a_key_is_wanted_and_none_comes_the_refusal_says_how_to_bring_one()
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Enter("ListNotices", Who(), null, null));
        Assert.Equal(("No valid key", "Bearer"), (refusal.Message, refusal.Headers["WWW-Authenticate"]));
        Assert.Equal(
            "This key is one of READER; this address wants STATE or SECRETARIAT.",
            (await Assert.ThrowsAsync<ApiException>(
                async () => await Enter("ListNotices", Who(), await Key(CallerKind.Reader), null))).Detail);
    }

    [Fact]
    public async Task The_function_is_told_who_was_let_in_and_by_which_key()
    {
        var request = (await Enter("ListKeys", Who(), await Key(CallerKind.Partner), null)).Http.Request;
        Assert.Equal(("PARTNER", "PARTNER"), (request.Caller().Name, request.Key()!.Caller.Name));
        Assert.Throws<InvalidOperationException>(() => new Invocation().Http.Request.Caller());
    }

    [Fact]
    public async Task A_function_that_says_nothing_of_its_callers_is_called_by_nobody()
    {
        var invocation = new Invocation { EntryPoint = "Hub.Functions.Channels.SendMail.Run" };
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new AccessCheck(Who()).Invoke(invocation, _ => throw new NotSupportedException("It was called.")));
    }

    private static SecretariatRoles Roles(MethodInfo method) => method.GetCustomAttribute<AccessAttribute>()!.Roles;

    private static bool Changes(MethodInfo method) => method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>().Single().Methods!.Any(m => m is not ("get" or "head"));

    private static CallerKind[] Roles(JsonNode security) =>
    [
        .. security.AsArray().SelectMany(s => s!["key"] as JsonArray ?? [])
            .Select(r => Codes.TryParse<CallerKind>((string)r!, out var kind) ? kind : throw new FormatException($"{r} is no kind.")),
    ];

    private static async Task<IEnumerable<string>> Refused(Func<string, Task<string>> call)
    {
        var refused = new List<string>();
        foreach (var function in Functions.Keys.Where(f => Named[f].Contains(CallerKind.Secretariat)).Order(StringComparer.Ordinal))
            if (await call(function) != "in")
                refused.Add(function);
        return refused;
    }

    private static async Task<string> Call(string function, Callers callers, string? key = null, string? header = null)
    {
        try
        {
            await Enter(function, callers, key, header);
            return "in";
        }
        catch (ApiException e)
        {
            return $"{e.Status}";
        }
    }

    // Whoever calls about a key calls about its own.
    private static async Task<Invocation> Enter(string function, Callers callers, string? key, string? header)
    {
        var method = Functions[function];
        var invocation = new Invocation { EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}" };
        var request = invocation.Http.Request;
        request.Headers.Authorization = key is null ? default : $"Bearer {key}";
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = header is null ? default : header;
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        request.RouteValues["id"] = key is null ? "another" : ApiKey.IdOf(ApiKey.Hash(key));
        var isIn = false;
        await new AccessCheck(callers).Invoke(invocation, _ =>
        {
            isIn = true;
            return Task.CompletedTask;
        });
        Assert.True(isIn);
        return invocation;
    }

    private async Task<string> Key(CallerKind kind) => (await _keys.Issue(new(kind.Code(), kind), "", null, default)).Secret;

    private Callers Who(SignInSettings? signIn = null) => new(_keys, new(signIn ?? new(null, new("https://hub.example/"))));
}
