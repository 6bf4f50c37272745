using System.Text.RegularExpressions;
using Hub.Register.Contacts;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.Text;

namespace Hub.Notices.Rules;

/// <summary>Whether an authority can be reached by what the notice says.</summary>
internal static partial class ContactRules
{
    // The areas of the IANA database in which places lie; what stands beside them are offsets, and copies of it on another clock.
    private static readonly string[] Areas =
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    /// <summary>An address that no mail can reach: its form, or a domain one slip away from one that the State uses.</summary>
    public static IEnumerable<Problem> V09Address(RuleContext c)
    {
        var used = c.Register.Of(c.State).SelectMany(a => a.Restricted.Emails ?? []).Select(e => Domain(e.Address)).Distinct().ToList();
        foreach (var (email, pointer) in Emails(c))
            if (!EmailAddresses.IsValid(email.Address))
                yield return Problem.Query(ProblemCode.V09, pointer, email.Address, Model(email.Address));
            else if (MixedAlphabets.AreIn(Domain(email.Address)))
                yield return Problem.Query(ProblemCode.V09, pointer, email.Address, Latin(email.Address));
            else if (DomainSlips.Meant(Domain(email.Address), used) is { } near)
                yield return Problem.Query(ProblemCode.V09, pointer, email.Address, near);
    }

    // As whoever wrote it saw it.
    private static string Latin(string address) =>
        $"{address[..(address.LastIndexOf('@') + 1)]}{Skeleton.Latin(DomainName.Readable(Domain(address)))}";

    // Programs that set type turn apostrophes into quotation marks.
    private static string Model(string address) =>
        address.Replace('’', '\'') is var typed && EmailAddresses.IsValid(typed) ? typed : "office@ministry.example";

    /// <summary>A personal mailbox leaves with its person.</summary>
    public static IEnumerable<Problem> V10Webmail(RuleContext c) =>
        from e in Emails(c)
        where Webmail.Has(Domain(e.Email.Address))
        select Problem.Warn(ProblemCode.V10, e.Pointer, e.Email.Address);

    /// <summary>A fax number that is the telephone's is often a slip of the pen.</summary>
    public static IEnumerable<Problem> V11FaxEqualsTelephone(RuleContext c) =>
        from r in Records(c)
        from fax in r.Record.Fax ?? []
        where (r.Has("fax") || r.Has("phones")) && r.Record.Phones?.Any(p => p.Number == fax.Number) == true
        select Problem.Warn(ProblemCode.V11, r.At("fax"), fax.Number, fax.Number);

    /// <summary>Hours mean nothing without a zone, and an offset is wrong for half the year where clocks change.</summary>
    public static IEnumerable<Problem> V12HoursWithoutZone(RuleContext c) =>
        from r in Records(c)
        where (r.Has("officeHours") || r.Has("timeZone")) && r.Record.OfficeHours is { Count: > 0 }
        where !IsPlace(r.Record.TimeZone)
        select Problem.Query(ProblemCode.V12, r.At("timeZone"), r.Record.TimeZone ?? "", "Africa/Dakar");

    private static bool IsPlace(string? zone) =>
        zone is not null && Areas.Contains(zone.Split('/')[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>Languages are named one by one, and a name is in one of them.</summary>
    // Who says only which are spoken has said nothing that could be misread.
    public static IEnumerable<Problem> V13Languages(RuleContext c)
    {
        foreach (var r in Records(c).Where(r => r.Has("authorityName")))
            foreach (var tag in r.Record.AuthorityName.Keys.Where(t => !IsLanguage(t)))
                yield return Problem.Query(ProblemCode.V13, r.At("authorityName"), tag);
        foreach (var r in Records(c).Where(r => r.Has("languagesSpoken") || r.Has("languagesOfRequests")))
        {
            foreach (var tag in (r.Record.LanguagesSpoken ?? []).Where(t => !IsLanguage(t)))
                yield return Problem.Query(ProblemCode.V13, r.At("languagesSpoken"), tag);
            foreach (var tag in (r.Record.LanguagesOfRequests ?? []).Where(t => !IsLanguage(t)))
                yield return Problem.Query(ProblemCode.V13, r.At("languagesOfRequests"), tag);
        }
    }

    /// <summary>Whether INTERPOL may be used is asked in every designation.</summary>
    public static IEnumerable<Problem> V14Interpol(RuleContext c) =>
        from d in c.Of<Change.Designate>()
        where d.Change.Restricted.InterpolAccepted == InterpolAcceptance.Unknown
        select Problem.Query(ProblemCode.V14, $"{d.Pointer}/authority/interpolAccepted");

    /// <summary>Persons are shown with their consent only; their own numbers never.</summary>
    public static IEnumerable<Problem> V15Person(RuleContext c)
    {
        foreach (var r in Records(c))
        {
            if (r.Kept.ContactPerson is not null && r.Has("contactPerson"))
                yield return Problem.Warn(ProblemCode.V15, r.At("contactPerson"));
            if (r.Kept.PersonalPhones is not null && r.Has("phones"))
                yield return Problem.Warn(ProblemCode.V15, r.At("phones"));
            if (r.Kept.UrgentPhone is not null && r.Has("urgentProcedure"))
                yield return Problem.Warn(ProblemCode.V15, r.At("urgentProcedure"));
        }
    }

    /// <summary>Links are taken as they are until somebody has followed them.</summary>
    public static IEnumerable<Problem> V27Links(RuleContext c) =>
        from r in Records(c)
        from link in Links(r.Public)
        where r.Has(link.Field) && WebLinks.Normal(link.Url) is not null
        select Problem.Warn(ProblemCode.V27, r.At(link.Place), link.Url);

    private static IEnumerable<(string Field, string Place, string Url)> Links(AuthorityPublic record)
    {
        if (record.Website is { } website)
            yield return ("website", "website", website);
        for (var i = 0; i < record.LawLinks?.Count; i++)
            yield return ("lawLinks", $"lawLinks/{i}/url", record.LawLinks[i].Url);
    }

    /// <summary>The addresses that the notice sets, each with its place.</summary>
    internal static IEnumerable<(EmailAddress Email, string Pointer)> Emails(RuleContext c) =>
        from r in Records(c)
        where r.Has("emails")
        from e in (r.Record.Emails ?? []).Select((email, i) => (email, $"{r.At("emails")}/{i}/address"))
        select e;

    // Every record as the notice would leave it, and which of its fields the notice speaks of.
    private static IEnumerable<ProposedRecord> Records(RuleContext c)
    {
        foreach (var (change, pointer) in c.Of<Change.Designate>())
            yield return new(change.Public, change.Restricted, change.Kept, $"{pointer}/authority", _ => true);
        foreach (var (change, pointer) in c.Of<Change.Amend>())
        {
            var (changed, kept) = AuthorityForm.Amend(c.Register.Authorities[change.RecordId], change.Set);
            yield return new(changed.Public, changed.Restricted, kept, $"{pointer}/set", change.Set.ContainsKey);
        }
    }

    private sealed record ProposedRecord(
        AuthorityPublic Public, AuthorityRestricted Record, AuthoritySecretariat Kept, string Pointer, Func<string, bool> Has)
    {
        public string At(string field) => $"{Pointer}/{field}";
    }

    private static string Domain(string address) => EmailAddresses.Domain(address) ?? "";

    internal static bool IsLanguage(string tag) => tag != "all" && LanguageTag().IsMatch(tag);

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
