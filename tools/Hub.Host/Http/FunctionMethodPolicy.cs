using Hub.Host.Functions;
using Microsoft.AspNetCore.Routing.Matching;

namespace Hub.Host.Http;

/// <summary>
/// Leaves one function of those whose route fits: the first with the most exact route that takes the method. Where none takes it the
/// request has no function, which is 404 in Azure and not 405.
/// </summary>
public sealed class FunctionMethodPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var found = false;
        for (var i = 0; i < candidates.Count; i++)
        {
            var valid = !found && candidates.IsValidCandidate(i) && Takes(candidates[i].Endpoint, httpContext.Request.Method);
            candidates.SetValidity(i, valid);
            found |= valid;
        }
        return Task.CompletedTask;
    }

    private static bool Takes(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<FunctionDefinition>() is { } function
        && (function.Methods.Count == 0 || function.Methods.Contains(method, StringComparer.OrdinalIgnoreCase));
}
