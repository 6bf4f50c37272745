using Hub.Simulators.Partner;

namespace Hub.Simulators.Pages;

/// <summary>The partner's pages: its hooks, and what arrived at each.</summary>
public sealed class PartnerPages(HookStore store)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/", () =>
            Html.Page("Partner: webhooks", Html.List(store.Hooks.Select(Hook), "No hook is registered and nothing has arrived.")));
        app.MapGet("/view/{name}", (string name) => Html.Page(
            $"Hook {name}", Html.List(store.Received(name).Reverse().Select(Delivery), "Nothing has arrived.")));
    }

    private string Hook(string name)
    {
        var received = store.Received(name);
        var wrong = received.Count(d => d.SignatureValid is false || d.EventProblem is not null);
        return $"{Html.Link($"/view/{Uri.EscapeDataString(name)}", name)} <small>{received.Count} received, {wrong} with a problem</small>";
    }

    private static string Delivery(Delivery delivery)
    {
        var problem = delivery.SignatureProblem ?? delivery.EventProblem;
        var verdict = problem is null ? "<span class=\"good\">signature valid</span>" : $"<span class=\"bad\">{Html.Text(problem)}</span>";
        return $"""
            <strong>{Html.Text(delivery.Type ?? "no event")}</strong> <small>{delivery.ReceivedAt:u}, no. {delivery.Order},
            sequence {Html.Text(delivery.Sequence ?? "none")}, id {Html.Text(delivery.Id ?? "none")}</small><br>{verdict}
            <details><summary>Body</summary><pre>{Html.Text(delivery.Body)}</pre></details>
            """;
    }
}
