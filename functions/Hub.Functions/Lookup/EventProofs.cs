using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>Proofs by which a partner sees that it holds the log as everybody does (RFC 6962).</summary>
public sealed class EventProofs(IRegisterStore register, LogTree tree, DigestSigner signer)
{
    /// <summary>GET /api/events/digest?at=: the log up to an event in one hash, signed.</summary>
    [Function("GetDigest")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> Digest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/digest")] HttpRequest request, CancellationToken cancel)
    {
        var at = await At(request, cancel, "at");
        var digest = Found(await tree.Digest(at, cancel));
        var signed = await signer.Sign(digest, cancel)
            ?? throw new ApiException(503, "Not now", "The hub's signing key cannot be reached: try again in a minute.");
        return Responses.PublicJson(new SignedDigest(digest.Sequence, digest.Hash, digest.Root, signed));
    }

    /// <summary>GET /api/events/digest/states?at=: the same State by State, so that a difference is found.</summary>
    [Function("GetStateDigests")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> States(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/digest/states")] HttpRequest request,
        CancellationToken cancel)
    {
        var at = await At(request, cancel, "at");
        return Responses.PublicJson(new StateDigestList(at, Found(await tree.States(at, cancel))));
    }

    /// <summary>GET /api/events/digest/inclusion?sequence=&amp;at=: the proof that an event is in the log.</summary>
    [Function("ProveInclusion")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> Inclusion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/digest/inclusion")] HttpRequest request,
        CancellationToken cancel)
    {
        var at = await At(request, cancel, "at", "sequence");
        var sequence = new QueryText(request).Number("sequence", at, 1, at);
        return Responses.PublicJson(Found(await tree.Inclusion(sequence, at, cancel)));
    }

    /// <summary>GET /api/events/digest/consistency?from=&amp;at=: the proof that an earlier digest is of the same log.</summary>
    [Function("ProveConsistency")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> Consistency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/digest/consistency")] HttpRequest request,
        CancellationToken cancel)
    {
        var at = await At(request, cancel, "at", "from");
        var from = new QueryText(request).Number("from", 0, 0, at);
        return Responses.PublicJson(Found(await tree.Consistency(from, at, cancel)));
    }

    private async Task<long> At(HttpRequest request, CancellationToken cancel, params string[] known)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return new QueryText(request).Only(known).Number("at", head, 1, head);
    }

    private static T Found<T>(T? found) where T : class =>
        found ?? throw new ApiException(404, "No such event", "GET /api/events/head tells the number of the last one.");
}

/// <summary>The digests of the States.</summary>
/// <param name="At">Up to this event.</param>
/// <param name="Items">The digests, in the order of the States' codes.</param>
public sealed record StateDigestList(long At, IReadOnlyList<StateDigest> Items) : IPublic;
