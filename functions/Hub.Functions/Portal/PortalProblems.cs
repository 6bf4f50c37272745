using Hub.Functions.Errors;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Portal;

/// <summary>What is wrong, in words of the reader and beside the field; what the API says is written for programs.</summary>
internal static class PortalProblems
{
    private static readonly Dictionary<string, (string? Field, string Key)> Known = new()
    {
        [EndpointRefusals.Address] = ("url", "Address"),
        [EndpointRefusals.Rate] = ("rate", "Rate"),
        [EndpointRefusals.Filter] = (null, "Filter"),
        [EndpointRefusals.TooMany] = (null, "TooMany"),
        [EndpointRefusals.JustNow] = (null, "JustNow"),
        [EndpointRefusals.NoConsent] = (null, "NoConsent"),
        [EndpointRefusals.NoContact] = ("via", "NoContact"),
        [EndpointRefusals.NewDenied] = ("url", "NewDenied"),
        [EndpointRefusals.CodeLost] = ("via", "CodeLost"),
        [EndpointRefusals.Code] = ("code", "Code"),
        [EndpointRefusals.Overlap] = ("hours", "Overlap"),
        [EndpointRefusals.Event] = ("sequence", "Event"),
        [EndpointRefusals.OtherHash] = ("hash", "OtherHash"),
        [EndpointRefusals.Further] = ("sequence", "Further"),
        [EndpointRefusals.NotItsTurn] = (null, "NotItsTurn"),
        [EndpointRefusals.Rotated] = (null, "Rotated"),
        [EndpointRefusals.Busy] = (null, "Busy"),
        [EndpointRefusals.Key] = (null, "Key"),
    };

    /// <summary>A problem of the portal's own.</summary>
    public static FieldProblem Of(HttpRequest request, string? field, string key, TimeSpan wait = default)
    {
        var labels = new Labels(Visits.Language(request));
        return new(field, labels.Say($"Portal.Bad.{key}", labels.Number((long)wait.TotalSeconds)).ToText(labels.RightToLeft));
    }

    /// <summary>Does something; where it is refused, shows the page again with what is wrong.</summary>
    public static async Task<IActionResult> Or(
        HttpRequest request, Func<Task<IActionResult>> act, Func<FieldProblem, int, Task<IActionResult>> again)
    {
        try
        {
            return await act();
        }
        // No such endpoint is no problem of a field: it is answered as any address that there is not.
        catch (ApiException e) when (e.Status != StatusCodes.Status404NotFound && Known.TryGetValue(e.Message, out var known))
        {
            foreach (var (name, value) in e.Headers)
                request.HttpContext.Response.Headers[name] = value;
            return await again(Of(request, known.Field, known.Key, e.Wait), e.Status);
        }
    }
}
