using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.People;
using Hub.Pages.Console.People.Actions;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>The pages of keys, people and partners.</summary>
public static class PeopleHtml
{
    /// <summary>A list of keys.</summary>
    public static string Keys(Visit visit, KeyList list) => SiteHtml.Html<KeysPage>(visit, (nameof(KeysPage.List), list));

    /// <summary>The form for a new key.</summary>
    public static string NewKey(
        Visit visit, KeyDraft draft, IReadOnlyList<(string Code, string Name)> states, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<NewKeyPage>(
            visit, (nameof(NewKeyPage.Draft), draft), (nameof(NewKeyPage.States), states), (nameof(NewKeyPage.Problems), problems));

    /// <summary>A key, this once.</summary>
    public static string Shown(Visit visit, IssuedKey issued, string? stateName, DateTimeOffset? oldEnds) => SiteHtml.Html<KeyShownPage>(
        visit, (nameof(KeyShownPage.Issued), issued), (nameof(KeyShownPage.StateName), stateName), (nameof(KeyShownPage.OldEnds), oldEnds));

    /// <summary>A form for a new key that was sent before.</summary>
    public static string SentBefore(Visit visit) => SiteHtml.Html<SentBeforePage>(visit);

    /// <summary>Before a key is replaced.</summary>
    public static string Rotate(Visit visit, ApiKey key, string? hours, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<KeyChangePage>(
            visit, (nameof(KeyChangePage.Key), key), (nameof(KeyChangePage.IsRotation), true), (nameof(KeyChangePage.Hours), hours),
            (nameof(KeyChangePage.Problems), problems));

    /// <summary>Before a key is taken away.</summary>
    public static string Revoke(Visit visit, ApiKey key, int family, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<KeyChangePage>(
        visit, (nameof(KeyChangePage.Key), key), (nameof(KeyChangePage.Family), family), (nameof(KeyChangePage.Problems), problems));

    /// <summary>People and sessions.</summary>
    public static string Sessions(Visit visit, SessionList list) => SiteHtml.Html<SessionsPage>(visit, (nameof(SessionsPage.List), list));

    /// <summary>Who did what.</summary>
    public static string Actions(Visit visit, ActionList list) => SiteHtml.Html<ActionsPage>(visit, (nameof(ActionsPage.List), list));

    /// <summary>The same as a table.</summary>
    public static byte[] ActionsCsv(IEnumerable<SecretariatAction> actions) => CsvTable.Write(
        ["at", "by", "madeBy", "kind", "subject"],
        actions.Select(a => new[] { a.At.ToString("O"), a.By, a.MadeBy ?? "", a.Kind.Code(), a.Subject ?? "" }));

    /// <summary>Partners.</summary>
    public static string Partners(Visit visit, IReadOnlyList<PartnerLine> partners) =>
        SiteHtml.Html<PartnersPage>(visit, (nameof(PartnersPage.Partners), partners));

    /// <summary>The form for a partner.</summary>
    public static string Partner(Visit visit, Partner? known, PartnerDraft draft, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<PartnerPage>(
            visit, (nameof(PartnerPage.Known), known), (nameof(PartnerPage.Draft), draft), (nameof(PartnerPage.Problems), problems));

    /// <summary>Before a partner's access is withdrawn.</summary>
    public static string Withdraw(Visit visit, PartnerLine line, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<WithdrawPage>(
        visit, (nameof(WithdrawPage.Line), line), (nameof(WithdrawPage.Problems), problems));

    /// <summary>Keys as a table for programs.</summary>
    public static byte[] KeysCsv(IEnumerable<ApiKey> keys, DateTimeOffset now) => CsvTable.Write(
        ["id", "name", "kind", "state", "role", "standing", "issuedAt", "issuedBy", "lastUsedAt", "expiresAt", "revokedAt"],
        keys.Select(k => new[]
        {
            k.Id, k.Caller.Name, k.Caller.Kind.Code(), k.Caller.State?.Value ?? "", k.Caller.Role?.Code() ?? "",
            KeyChoice.Of(k, now).Code(), Time(k.IssuedAt), k.IssuedBy ?? "", Time(k.LastUsedAt), Time(k.ExpiresAt), Time(k.RevokedAt),
        }));

    private static string Time(DateTimeOffset? at) => at is { } time ? ConsoleCsv.Time(time) : "";
}
