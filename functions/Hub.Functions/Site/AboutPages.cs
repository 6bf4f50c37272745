using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Pages;
using Hub.Pages.Mail;
using Hub.Pages.Site;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>What the pages say of themselves.</summary>
public sealed class AboutPages(SitePages pages, MailOrigin origin)
{
    private static readonly IReadOnlyDictionary<string, AboutTopic> Topics =
        Enum.GetValues<AboutTopic>().ToDictionary(t => t.Code().ToLowerInvariant());

    /// <summary>GET /about/{topic}.</summary>
    [Function("ShowAbout")]
    [PublicPage]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "about/{topic}")] HttpRequest request, string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return Topics.TryGetValue(topic, out var about)
            ? pages.Show(request, visit => SiteHtml.About(visit, about, origin.Address))
            : throw new ApiException(404, "No such page", "The first page is at /.");
    }
}
