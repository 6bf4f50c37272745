using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editions;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Functions.Console.Editions;

/// <summary>Gathers what is shown of the plan of an edition.</summary>
public sealed class EditionPlannings(
    EditionPlans plans, TwoPersonPublishing publishing, INoticeStore notices, IMailStore mails, IRegisterStore register,
    RecipientDirectory recipients, StateCatalog states)
{
    private const int Most = 1000;

    /// <summary>What is shown of a plan to somebody.</summary>
    public async Task<EditionPlanning> Of(Edition edition, bool isFrozen, Caller caller, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(caller);
        var plan = await plans.Of(edition, isFrozen, cancel);
        var request = await publishing.Open(edition.Id, cancel);
        return new(edition.Id, plan, await Undecided(edition.CutOff, cancel), await Names(plan, language, cancel))
        {
            Unread = (await mails.List(InboundMailStatus.ToRead, Most, cancel)).Count,
            Held = (await mails.List(InboundMailStatus.Held, Most, cancel)).Count,
            Replaces = edition.Reason, Request = request, IsAsker = request?.By == caller.Person,
        };
    }

    private async Task<IReadOnlyList<Notice>> Undecided(DateOnly cutOff, CancellationToken cancel)
    {
        var found = new List<Notice>();
        foreach (var status in UndecidedNotices.Statuses)
            found.AddRange(await notices.List(null, status, Most, cancel));
        return UndecidedNotices.Before(cutOff, found);
    }

    private async Task<IReadOnlyDictionary<string, string>> Names(EditionPlan plan, Language language, CancellationToken cancel)
    {
        var named = plan.Problems.SelectMany(p => p.Ids).ToHashSet();
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var names = named.Where(snapshot.Authorities.ContainsKey).ToDictionary(
            id => id, id => $"{snapshot.Authorities[id].Name(language)} ({NameOf(snapshot.Authorities[id].State(), language)})");
        foreach (var recipient in (await recipients.List(language, cancel)).Where(r => named.Contains(r.Id)))
            names.TryAdd(recipient.Id, $"{recipient.Name} ({NameOf(recipient.State, language)})");
        foreach (var state in named.Where(StateCode.IsWellFormed))
            names.TryAdd(state, NameOf(new(state), language));
        return names;
    }

    private string NameOf(StateCode state, Language language) => states.Contains(state) ? states[state].Name(language) : state.Value;
}
