using Hub.Delivery.Webhooks;
using Hub.Functions.Console;
using Hub.Functions.Site;
using Hub.Pages.Portal.Endpoints;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Portal;

/// <summary>Which events an endpoint wants, as a form says it.</summary>
public sealed class FilterForms(StateChoices states, NetworkCatalog networks)
{
    /// <summary>What there is to choose from.</summary>
    internal FilterChoices Choices(Language language) => new(
        states.In(language), [.. networks.All.Select(n => (n.Id, Name: n.NameIn(language))).OrderBy(n => n.Name, StringComparer.Ordinal)]);

    /// <summary>What was typed and chosen.</summary>
    internal static EndpointDraft Draft(PostedForm form) => new()
    {
        Url = form.Text("url"), Rate = form.Text("rate"), Types = form.All("types"), States = form.All("states"),
        Matters = form.All("matters"), Networks = form.All("networks"),
    };

    /// <summary>The filter that was chosen; null where something in it is no choice of the page's.</summary>
    internal static EndpointFilter? Filter(EndpointDraft draft)
    {
        if (!draft.Types.All(t => Codes.TryParse<EventType>(t, out _)) || !draft.States.All(StateCode.IsWellFormed)
            || !draft.Matters.All(m => Codes.TryParse<Matter>(m, out _)))
            return null;
        return new(
            Some(draft.Types.Select(Of<EventType>)), Some(draft.States.Select(s => new StateCode(s))),
            Some(draft.Matters.Select(Of<Matter>)), Some(draft.Networks));
    }

    private static T Of<T>(string text) where T : struct, Enum => Codes.TryParse<T>(text, out var value) ? value : default;

    private static IReadOnlyList<T>? Some<T>(IEnumerable<T> all) => all.Distinct().ToList() is { Count: > 0 } some ? some : null;
}
