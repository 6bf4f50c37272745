using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>The permanent missions that are told of changes by mail.</summary>
public sealed class Subscribers(SubscriberService subscribers)
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
        var result = await subscribers.Save(id, body.Draft(), person, cancel);
        if (result is SubscriberResult.Saved)
            request.Acted(ActionKind.RecipientSaved, id);
        return result switch
        {
            SubscriberResult.Saved(var saved) => Responses.Json(new SavedSubscriber(id, saved.Since)),
            SubscriberResult.NoState => throw new ApiException(422, "No such State", $"There is no State {body.State}."),
            SubscriberResult.AnothersAddress(var other) => throw new ApiException(
                409, "Another State's address",
                $"'{other.Id}' of {other.State} has that address: no mail from there could be told to be of one State or the other."),
            SubscriberResult.Moved => throw new ApiException(
                409, "Set by others", "Others set it at the same moment: look at it, and send it again."),
            SubscriberResult.Wrong(var problems) => throw new FormException(problems),
            _ => throw new NotSupportedException(result.GetType().Name),
        };
    }

    /// <summary>GET /api/subscribers.</summary>
    [Function("ListSubscribers")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/subscribers")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.Items((await subscribers.List(cancel)).Select(SubscriberView.Of));
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
    IReadOnlyList<string>? Domains = null)
{
    /// <summary>What it sets.</summary>
    internal SubscriberDraft Draft() => new(State, Address, Language, Name, Role, Domains);
}
