using System.Reflection;
using Hub.Functions.Access;
using Hub.Functions.Tests.Requests;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.LocalProcesses;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access;

/// <summary>Who did what is kept, whichever way it was done.</summary>
public sealed class ActionRecorderTests
{
    // They keep themselves who did it, or are nobody's of the Secretariat to do.
    private static readonly string[] KeptElsewhere =
    [
        "AddCorrection", "AnswerClaim", "AskForEdition", "AskForErasure", "AskForPublication", "DecideMail", "DecideNotice", "DropEdition",
        "PublishAsSecond", "PutTranslation", "SubmitNotice", "TakeBackPublication",
        "CorrectNotice", "DropFrozenEdition", "EnterNotice", "TakeDecision", "TakeMailDecision", "TakePublicationStep",
        // They change nothing of the hub's.
        "FindInList", "FindRecipients", "PlanEdition", "SignOut", "VerifyLogNow",
    ];

    private static readonly Caller Anna = new("anna", CallerKind.Secretariat) { MadeBy = "boris" };
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly MemoryActions _log = new();

    [Fact]
    public async Task What_a_person_of_the_Secretariat_did_is_kept_with_who_and_when_and_what_it_was_done_to()
    {
        await Run(Anna, r => r.Acted(ActionKind.LinksEnded, "mission-XAA"));
        Assert.Equal(
            [new(ActionKind.LinksEnded, "anna", Sample.Now, "mission-XAA") { MadeBy = "boris" }], await _log.List(10, default));
    }

    [Fact]
    public async Task What_was_done_is_kept_though_something_went_wrong_afterwards()
    {
        await Assert.ThrowsAsync<IOException>(() => Run(Anna, r =>
        {
            r.Acted(ActionKind.EndpointResumed, "1");
            throw new IOException();
        }));
        Assert.Single(await _log.List(10, default));
    }

    [Fact]
    public async Task What_nobody_of_the_Secretariat_did_is_not_kept()
    {
        await Run(new("mission", CallerKind.State, new StateCode("XAA")), r => r.Acted(ActionKind.KeyReplaced, "1"));
        await Run(null, r => r.Acted(ActionKind.KeyReplaced, "1"));
        await Run(Anna, _ => { });
        Assert.Empty(await _log.List(10, default));
    }

    [Fact]
    public async Task That_it_cannot_be_kept_does_not_undo_it()
    {
        _log.IsDown = true;
        await Run(Anna, r => r.Acted(ActionKind.MailPaused));
    }

    [Fact]
    public void Whatever_changes_something_for_the_Secretariat_says_what_it_did_or_keeps_it_itself() => Assert.Equal(
        [],
        FunctionMethods.Http
            .Where(f => f.Method.GetCustomAttribute<AccessAttribute>() is { Roles: not SecretariatRoles.None } && Changes(f.Method))
            .Where(f => !KeptElsewhere.Contains(f.Name) && !Source(f.Method).Contains(".Acted(ActionKind.", StringComparison.Ordinal))
            .Select(f => f.Name).Order(StringComparer.Ordinal));

    private static bool Changes(MethodInfo method) => method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>().Single().Methods!.Any(m => m is not ("get" or "head"));

    private static string Source(MethodInfo method) => File.ReadAllText(Path.Combine(
        [
            Repository.Root, "functions", "Hub.Functions", .. method.DeclaringType!.Namespace!.Split('.')[2..],
            $"{method.DeclaringType.Name}.cs",
        ]));

    private async Task Run(Caller? caller, Action<Microsoft.AspNetCore.Http.HttpRequest> function)
    {
        var invocation = new Invocation();
        if (caller is not null)
            invocation.Http.Request.Admit(caller);
        await new ActionRecorder(_log, _clock, NullLogger<ActionRecorder>.Instance).Invoke(invocation, _ =>
        {
            function(invocation.Http.Request);
            return Task.CompletedTask;
        });
    }
}
