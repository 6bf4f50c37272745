using Hub.Delivery.Webhooks;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal.Claims;
using Hub.Pages.Portal.Deliveries;
using Hub.Pages.Portal.Endpoints;
using Hub.Pages.Portal.Events;
using Hub.Pages.Portal.Integrity;
using Hub.Pages.Portal.Records;
using Hub.Pages.Portal.Signatures;
using Hub.Pages.Site;
using Hub.Register.Lookup;

namespace Hub.Pages.Portal;

/// <summary>The partners' pages.</summary>
public static class PortalHtml
{
    /// <summary>A partner's endpoints.</summary>
    public static string Endpoints(Visit visit, IReadOnlyList<EndpointLine> lines) =>
        SiteHtml.Html<EndpointsPage>(visit, (nameof(EndpointsPage.Lines), lines));

    /// <summary>An endpoint is added.</summary>
    public static string NewEndpoint(
        Visit visit, EndpointDraft draft, FilterChoices choices, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<NewEndpointPage>(
        visit, (nameof(NewEndpointPage.Draft), draft), (nameof(NewEndpointPage.Choices), choices),
        (nameof(NewEndpointPage.Problems), problems));

    /// <summary>One endpoint.</summary>
    public static string Endpoint(Visit visit, EndpointLine line, TestResult? test, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<EndpointPage>(
            visit, (nameof(EndpointPage.Line), line), (nameof(EndpointPage.Test), test), (nameof(EndpointPage.Problems), problems));

    /// <summary>A secret, this once.</summary>
    public static string Secret(Visit visit, ShownSecret shown) => SiteHtml.Html<SecretPage>(visit, (nameof(SecretPage.Shown), shown));

    /// <summary>Which events an endpoint wants.</summary>
    public static string Filter(
        Visit visit, Endpoint endpoint, EndpointDraft draft, FilterChoices choices, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<FilterPage>(
            visit, (nameof(FilterPage.Endpoint), endpoint), (nameof(FilterPage.Draft), draft), (nameof(FilterPage.Choices), choices),
            (nameof(FilterPage.Problems), problems));

    /// <summary>Before a secret is replaced.</summary>
    public static string Rotate(
        Visit visit, Endpoint endpoint, string mark, string? hours, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<RotatePage>(
        visit, (nameof(RotatePage.Endpoint), endpoint), (nameof(RotatePage.Mark), mark), (nameof(RotatePage.Hours), hours),
        (nameof(RotatePage.Problems), problems));

    /// <summary>Another address.</summary>
    public static string Move(Visit visit, Endpoint endpoint, string? url, string via, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<MovePage>(
            visit, (nameof(MovePage.Endpoint), endpoint), (nameof(MovePage.Url), url), (nameof(MovePage.Via), via),
            (nameof(MovePage.Problems), problems));

    /// <summary>Before an endpoint is taken away.</summary>
    public static string Delete(Visit visit, EndpointLine line) => SiteHtml.Html<DeletePage>(visit, (nameof(DeletePage.Line), line));

    /// <summary>What was sent.</summary>
    public static string Deliveries(Visit visit, DeliveryList list) =>
        SiteHtml.Html<DeliveriesPage>(visit, (nameof(DeliveriesPage.List), list));

    /// <summary>One event on its way.</summary>
    public static string Delivery(Visit visit, DeliveryDetail detail, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<DeliveryPage>(
        visit, (nameof(DeliveryPage.Detail), detail), (nameof(DeliveryPage.Problems), problems));

    /// <summary>Everything since a day again.</summary>
    public static string Recover(Visit visit, Recovery recovery, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<RecoverPage>(
        visit, (nameof(RecoverPage.Recovery), recovery), (nameof(RecoverPage.Problems), problems));

    /// <summary>The log and receipts.</summary>
    public static string Integrity(Visit visit, IntegrityView view, ReceiptDraft draft, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<IntegrityPage>(
            visit, (nameof(IntegrityPage.View), view), (nameof(IntegrityPage.Draft), draft), (nameof(IntegrityPage.Problems), problems));

    /// <summary>Claims.</summary>
    public static string Claims(Visit visit, ClaimList list) => SiteHtml.Html<ClaimsPage>(visit, (nameof(ClaimsPage.List), list));

    /// <summary>One claim.</summary>
    public static string Claim(Visit visit, ClaimRow row, string? listed, string? reason, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<ClaimPage>(
            visit, (nameof(ClaimPage.Row), row), (nameof(ClaimPage.Listed), listed), (nameof(ClaimPage.Reason), reason),
            (nameof(ClaimPage.Problems), problems));

    /// <summary>The types of events.</summary>
    public static string Events(Visit visit, IReadOnlyList<EventSample> samples) =>
        SiteHtml.Html<EventsPage>(visit, (nameof(EventsPage.Samples), samples));

    /// <summary>How a receiver checks signatures.</summary>
    public static string Signatures(Visit visit) => SiteHtml.Html<SignaturesPage>(visit);

    /// <summary>The public pages of a network.</summary>
    public static string Pages(Visit visit, string? network, string site) => SiteHtml.Html<NetworkPageList>(
        visit, (nameof(NetworkPageList.Network), network), (nameof(NetworkPageList.Site), site));

    /// <summary>What everybody may read of a record.</summary>
    public static string Record(Visit visit, PublicOffice office, string state) => SiteHtml.Html<PublicRecordPage>(
        visit, (nameof(PublicRecordPage.Office), office), (nameof(PublicRecordPage.State), state));
}
