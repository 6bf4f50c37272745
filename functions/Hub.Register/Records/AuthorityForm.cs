using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Register.Records;

/// <summary>The record as a State fills it in: one flat object, whose fields go where their visibility says.</summary>
public static class AuthorityForm
{
    /// <summary>
    /// Characters of a record. A transaction of the register holds 4 MiB: sixteen changes, each with the version before, and a row 1 MiB.
    /// </summary>
    public const int MostCharacters = 50_000;

    private static readonly HashSet<string> PublicFields = FormParser.Fields<AuthorityPublic>();
    private static readonly HashSet<string> RestrictedFields = FormParser.Fields<AuthorityRestricted>();

    /// <summary>
    /// Reads a form; null where it lacks what a record cannot do without. Everything wrong with it is added to the problems.
    /// </summary>
    public static (AuthorityPublic Public, AuthorityRestricted Restricted, AuthoritySecretariat Kept)? Read(
        JsonObject form, string pointer, List<Problem> problems)
    {
        var reader = new FormParser(problems);
        var known = new HashSet<string>(PublicFields.Concat(RestrictedFields));
        var composed = Normalisation.Texts(form, pointer, problems);
        var open = reader.Read<AuthorityPublic>(composed, pointer, known);
        var restricted = reader.Read<AuthorityRestricted>(composed, pointer, known);
        if (open is null || restricted is null)
            return null;
        problems.AddRange(Nameless(restricted, $"{pointer}/authorityName"));
        if (Length(open) + Length(restricted) is var length and > MostCharacters)
            problems.Add(Problem.Refuse(ProblemCode.F05, pointer, $"{length}", $"{MostCharacters}"));
        var (shown, kept) = Withhold(Normalisation.Apply(restricted, pointer, problems));
        return (Normalisation.Apply(open, pointer, problems), shown, kept);
    }

    private static int Length<T>(T part) => JsonSerializer.Serialize(part, HubJson.Options).Length;

    // A name that nobody can see is missing as much as one that is not there.
    private static IEnumerable<Problem> Nameless(AuthorityRestricted form, string field) => form.AuthorityName.Count == 0
        ? [Problem.Refuse(ProblemCode.F04, field)]
        : form.AuthorityName.Where(n => !VisibleText.Is(n.Value))
            .Select(n => Problem.Refuse(ProblemCode.F04, $"{field}/{FormParser.Escape(n.Key)}"));

    /// <summary>A record with a patch applied. The patch has been read once already, when its notice was checked.</summary>
    /// <param name="old">The record.</param>
    /// <param name="patch">What is set.</param>
    /// <param name="sawAll">
    /// Whether whoever wrote it sees what is withheld from readers: nobody else takes away what it cannot know of.
    /// </param>
    public static (Authority Changed, AuthoritySecretariat Kept) Amend(Authority old, JsonObject patch, bool sawAll = true)
    {
        var problems = new List<Problem>();
        var form = (JsonObject)MergePatch.Apply(old.Form(), patch)!;
        var read = Read(form, "", problems) ?? throw new InvalidOperationException(
            $"The patch on record {old.Id} does not leave a whole record: "
            + $"{string.Join(", ", problems.Select(p => $"{p.Code} {p.Field}"))}.");
        var kept = old.Secretariat with
        {
            ContactPerson = patch.ContainsKey("contactPerson") ? read.Kept.ContactPerson : old.Secretariat.ContactPerson,
            PersonalPhones = patch.ContainsKey("phones") ? read.Kept.PersonalPhones : old.Secretariat.PersonalPhones,
            UrgentPhone = patch.ContainsKey("urgentProcedure") ? read.Kept.UrgentPhone : old.Secretariat.UrgentPhone,
        };
        return (
            old with { Public = read.Public, Restricted = read.Restricted },
            sawAll ? kept : Unseen(kept, old.Secretariat, read.Restricted));
    }

    private static AuthoritySecretariat Unseen(AuthoritySecretariat sent, AuthoritySecretariat old, AuthorityRestricted now)
    {
        var said = (now.Phones ?? []).Concat(sent.PersonalPhones ?? []).Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        List<Phone> personal = [.. sent.PersonalPhones ?? [], .. (old.PersonalPhones ?? []).Where(p => !said.Contains(p.Number))];
        return sent with
        {
            PersonalPhones = personal.Count > 0 ? personal : null,
            UrgentPhone = sent.UrgentPhone ?? (now.UrgentProcedure is { Phone: null } ? old.UrgentPhone : null),
        };
    }

    /// <summary>The names of the fields in which two versions differ.</summary>
    public static IReadOnlyList<string> ChangedFields(Authority old, Authority changed)
    {
        var (before, after) = (old.Form(), changed.Form());
        var names = before.Concat(after).Select(f => f.Key).Distinct();
        return [.. names.Where(n => !JsonNode.DeepEquals(before[n], after[n])).Order(StringComparer.Ordinal)];
    }

    // Personal numbers, and persons who did not agree to be shown, are the Secretariat's (V15).
    private static (AuthorityRestricted Shown, AuthoritySecretariat Kept) Withhold(AuthorityRestricted form)
    {
        var personal = form.Phones?.Where(IsPersonal).ToList();
        var urgent = form.UrgentProcedure?.Phone is { } phone && IsPersonal(phone) ? phone : null;
        var hidden = form.ContactPerson is { Consent: false } ? form.ContactPerson : null;
        return (
            form with
            {
                Phones = personal is { Count: > 0 } ? [.. form.Phones!.Except(personal)] : form.Phones,
                ContactPerson = hidden is null ? form.ContactPerson : null,
                UrgentProcedure = urgent is null ? form.UrgentProcedure : form.UrgentProcedure! with { Phone = null },
            },
            new() { ContactPerson = hidden, PersonalPhones = personal is { Count: > 0 } ? personal : null, UrgentPhone = urgent });
    }

    private static bool IsPersonal(Phone phone) => phone.Purpose is PhonePurpose.Mobile or PhonePurpose.Home;
}
