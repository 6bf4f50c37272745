using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Operations;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Work.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Operations;

/// <summary>What was given up or set aside: seen, and tried again.</summary>
public sealed class FailurePages(SitePages pages, IFailureStore failures, FailureRetry retry)
{
    /// <summary>So many are looked at, the newest.</summary>
    internal const int Most = 1000;

    private const int MostChosen = 50;
    private const string RetryRoute = "console/operations/retry";

    /// <summary>GET /console/operations/failures.</summary>
    [Function("ShowFailures")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations/failures")] HttpRequest request,
        CancellationToken cancel)
    {
        var choice = Choice(request);
        var found = (await failures.List(Most, cancel)).Where(choice.Fits).ToList();
        var (range, shown) = request.Page(found, choice.Address());
        return await pages.Show(request, visit => OperationsHtml.Failures(visit, new(choice, range, shown), []));
    }

    /// <summary>GET /console/operations/failures/list.csv: the list as a table for programs.</summary>
    [Function("ExportFailures")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/operations/failures/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(OperationsHtml.FailuresCsv((await failures.List(Most, cancel)).Where(Choice(request).Fits)), "failures");

    /// <summary>GET /console/operations/retry?letter=…: what was chosen, with its number.</summary>
    [Function("ShowRetry")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RetryRoute)] HttpRequest request, CancellationToken cancel)
    {
        var (letters, left) = await Chosen(request.Query["letter"].OfType<string>(), cancel);
        if (letters.Count > 0 || left.Count > 0)
            return await pages.Show(request, visit => OperationsHtml.Retry(visit, letters, left, []));
        return await pages.Show(
            request, visit => OperationsHtml.Retry(visit, [], [], [new(null, visit.Labels["Ops.Choose.None"])]),
            StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>POST /console/operations/retry: each once; sent again, it finds them retried, and says so.</summary>
    [Function("TakeRetry")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RetryRoute)] HttpRequest request, CancellationToken cancel)
    {
        var (letters, left) = await Chosen((await PostedForm.Of(request)).All("letter"), cancel);
        foreach (var letter in letters)
            if (await retry.Retry(letter, cancel) is var (outcome, _) && outcome != RetryOutcome.Retried)
                left.Add(new(letter, outcome.Code()));
            else
                request.Acted(ActionKind.FailureRetried, letter.Id);
        if (left.Count == 0 && letters.Count > 0)
            return SitePages.SeeOther(request, FailureChoice.Path, "RETRIED");
        var problem = new Labels(Visits.Language(request)).Say("Ops.Retry.Left", $"{left.Count}").ToText(false);
        return await pages.Show(
            request, visit => OperationsHtml.Retry(visit, [], left, [new(null, problem)]), StatusCodes.Status409Conflict);
    }

    // Those that are as the page showed them; and those that are not.
    private async Task<(IReadOnlyList<DeadLetter> Letters, List<FailureLeft> Left)> Chosen(
        IEnumerable<string> marks, CancellationToken cancel)
    {
        var (letters, left) = (new List<DeadLetter>(), new List<FailureLeft>());
        foreach (var mark in marks.Distinct().Take(MostChosen))
            if (await failures.Find(mark.Split('@')[0], cancel) is not { } letter)
                continue;
            else if (letter.RetriedAt is null && FailureWords.Mark(letter) == mark)
                letters.Add(letter);
            else
                left.Add(new(letter, "MOVED"));
        return (letters, left);
    }

    private static FailureChoice Choice(HttpRequest request) => new(
        request.Asked("queue") is { } queue && FailureWords.Queues.Contains(queue) ? queue : null, request.Asked("show") == "ALL",
        request.Asked("text"));
}
