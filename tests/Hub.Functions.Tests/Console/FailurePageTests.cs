using Hub.Functions.Administration;
using Hub.Functions.Console.Operations;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Pages.Console.Operations;
using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;
using Hub.Work.Queues;

namespace Hub.Functions.Tests.Console;

/// <summary>Failures are chosen, asked about with their number, and tried again once.</summary>
public sealed class FailurePageTests : IWakeUpSender
{
    private readonly PageSite _site = new();
    private readonly MemoryFailures _failures = new();
    private readonly List<string> _woken = [];
    private bool _isQueueAway;

    [Fact]
    public async Task What_was_chosen_is_told_with_its_number_and_tried_again_once_however_often_the_form_is_sent()
    {
        var (one, two) = (await Given("1", "links", "pages"), await Given("2", "webhooks", "e1"));
        await Given("3", "links", "other");
        var asked = await Served.By(
            PageSite.Get(
                $"/console/operations/retry?letter={FailureWords.Mark(one)}&letter={FailureWords.Mark(two)}", PageSite.Administrator),
            r => Pages().Ask(r, default));
        Assert.Contains("Retry failures (2)?", PageSite.Text(asked), StringComparison.Ordinal);
        Assert.Empty(_woken);

        Assert.Equal(303, (await Take(one, two)).Status);
        Assert.Equal(["pages", "e1"], _woken);
        var again = await Take(one, two);
        Assert.Equal(409, again.Status);
        Assert.Contains("somebody retried it", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Equal(["pages", "e1"], _woken);
        Assert.Equal([null, Sample.Now, Sample.Now], _failures.All.Values.Select(l => l.RetriedAt).Order());
    }

    [Fact]
    public async Task What_cannot_be_tried_again_is_told_and_the_rest_is()
    {
        var (good, none) = (await Given("1", "links", "pages"), await Given("2", "failures", "?"));
        var answer = await Take(good, none);
        Assert.Equal(409, answer.Status);
        Assert.Contains("no work belongs to this message", PageSite.Text(answer), StringComparison.Ordinal);
        Assert.Equal(["pages"], _woken);
        _isQueueAway = true;
        Assert.Contains("queue cannot be reached", PageSite.Text(await Take(await Given("3", "links", "p"))), StringComparison.Ordinal);
        Assert.Null(_failures.All["3"].RetriedAt);
    }

    [Fact]
    public async Task Without_a_choice_the_page_asks_for_one() => Assert.Equal(422, (await Served.By(
        PageSite.Get("/console/operations/retry", PageSite.Administrator), r => Pages().Ask(r, default))).Status);

    [Fact]
    public async Task The_list_shows_what_waits_and_finds_what_was_retried_when_asked()
    {
        await Given("1", "links", "pages");
        await _failures.Save(new("2", "mailbox", "mail-7", "<script>", Sample.Now, Sample.Now), default);
        Assert.Equal((true, false), await Shown(""));
        Assert.Equal((true, true), await Shown("?show=ALL"));
        Assert.Equal((false, true), await Shown("?show=ALL&queue=mailbox"));
        Assert.Equal((true, false), await Shown("?show=ALL", "broke"));
        Assert.Equal((false, false), await Shown("?queue=documents"));
    }

    public Task<bool> Send(WakeUps wakeUps)
    {
        if (!_isQueueAway)
            _woken.AddRange([.. wakeUps.Links, .. wakeUps.Webhooks]);
        return Task.FromResult(!_isQueueAway);
    }

    private async Task<(bool, bool)> Shown(string query, string? words = null)
    {
        var path = $"/console/operations/failures{query}";
        var served = await Served.By(
            words is null
                ? PageSite.Get(path, PageSite.Administrator) : await PageSite.Searched(path, PageSite.Administrator, words),
            r => Pages().List(r, default));
        var page = System.Text.Encoding.UTF8.GetString(served.Bytes);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        return (page.Contains(">pages<", StringComparison.Ordinal), page.Contains("mail-7", StringComparison.Ordinal));
    }

    private async Task<DeadLetter> Given(string id, string queue, string body)
    {
        var letter = new DeadLetter(id, queue, body, "It broke.", Sample.Now, null);
        await _failures.Save(letter, default);
        return letter;
    }

    private Task<Served> Take(params DeadLetter[] letters) => Served.By(
        PageSite.Post("/console/operations/retry", PageSite.Administrator, [.. letters.Select(l => ("letter", FailureWords.Mark(l)))]),
        r => Pages().Take(r, default));

    private FailurePages Pages() => new(
        _site.Pages, _failures, new FailureRetry(_failures, null!, null!, null!, null!, this, _site.Clock));
}
