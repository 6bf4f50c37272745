using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>The permanent missions that are told of changes by mail.</summary>
public sealed class Subscribers(
    ISubscriberStore subscribers, RecipientDirectory desk, IRegisterStore register, StateCatalog states, TimeProvider clock)
{
    /// <summary>PUT /api/subscribers/{id}.</summary>
    [Function("SaveSubscriber")]
    [PersonAccess]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/subscribers/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        // Its address confirms what its State's authorities send, and gets links to the directory.
        var person = request.Caller().Person;
        var body = await RequestBody.Read<SubscriberBody>(request);
        var others = await subscribers.List(cancel);
        Check(body, others.Where(s => s.Id != id));
        var known = others.FirstOrDefault(s => s.Id == id);
        var sent = new Recipient(id, body.State, body.Address, body.Language, body.Name, known?.Since ?? 0)
        {
            Role = body.Role, Domains = body.Domains,
        }.Set(known, person, clock.GetUtcNow());
        // Should the address be the old one again some day, its old links still open nothing. First, for a crash in between ends too many.
        if (known is not null && known.Address != sent.Address)
            await desk.EndLinks(id, cancel);
        var recipient = known is null ? await Begin(sent, cancel) : sent;
        await subscribers.Save(recipient, cancel);
        return Responses.Json(new SavedSubscriber(id, recipient.Since));
    }

    /// <summary>GET /api/subscribers.</summary>
    [Function("ListSubscribers")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/subscribers")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.Items((await subscribers.List(cancel)).Select(SubscriberView.Of));
    }

    // What is put here stands in the head of a mail.
    private void Check(SubscriberBody body, IEnumerable<Recipient> others)
    {
        if (!states.Contains(body.State))
            throw new ApiException(422, "No such State", $"There is no State {body.State}.");
        // What comes from there would be nobody's: which State writes could not be told.
        if (
            others.FirstOrDefault(o => o.State != body.State && o.Address.Equals(body.Address, StringComparison.OrdinalIgnoreCase)) is
            { } other)
            throw new ApiException(
                409, "Another State's address",
                $"'{other.Id}' of {other.State} has that address: no mail from there could be told to be of one State or the other.");
        var problems = new List<Problem>();
        MailHeads.Check(body.Address, "/address", body.Name, "/name", problems);
        problems.AddRange((body.Domains ?? []).Select((domain, i) => (domain, i)).Where(d => DomainName.Ascii(d.domain) is null)
            .Select(d => Problem.Refuse(ProblemCode.F03, $"/domains/{d.i}", "justice.example")));
        if (problems.Count > 0)
            throw new FormException(problems);
    }

    // Kept first and dated after: a round that begins in between counts the recipient in, so that no event is missed.
    private async Task<Recipient> Begin(Recipient recipient, CancellationToken cancel)
    {
        await subscribers.Save(recipient with { Since = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence }, cancel);
        return recipient with { Since = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence };
    }
}

/// <summary>A subscriber as it is sent.</summary>
/// <param name="State">Its State.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Name">How it is addressed.</param>
/// <param name="Role">The office it is, where it writes to the hub.</param>
/// <param name="Domains">The domains whose every mailbox may write for it.</param>
public sealed record SubscriberBody(
    StateCode State, string Address, Language Language, string Name, OfficeRole Role = OfficeRole.Mission,
    IReadOnlyList<string>? Domains = null);
