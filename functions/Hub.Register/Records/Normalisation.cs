using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Contacts;
using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Register.Records;

/// <summary>
/// Brings what has one meaning into one form, whatever way it came by, and says so where more was understood than written: texts to
/// Unicode's composed form, telephone numbers to E.164, addresses without what stands around them, links with their scheme.
/// </summary>
internal static class Normalisation
{
    private const string NumberModel = "+999 1 555 0100";
    private const string ExtensionModel = "+999 1 555 0100;ext=21";
    private const int LongestExtension = 20;
    private const string LinkModel = "https://justice.example";

    /// <summary>The form with its texts composed; a warning for each that changed.</summary>
    public static JsonObject Texts(JsonObject form, string pointer, List<Problem> problems) =>
        (JsonObject)Composed(form, pointer, problems)!;

    /// <summary>The record with its numbers and addresses normalised; a problem for each that changed or cannot be read.</summary>
    public static AuthorityRestricted Apply(AuthorityRestricted form, string pointer, List<Problem> problems) => form with
    {
        Phones = Numbers(form.Phones, $"{pointer}/phones", problems),
        Fax = Numbers(form.Fax, $"{pointer}/fax", problems),
        Emails = form.Emails?.Select((email, i) => Email(email, $"{pointer}/emails/{i}/address", problems)).ToList(),
        UrgentProcedure = form.UrgentProcedure is { Phone: { } phone } urgent
            ? urgent with { Phone = Number(phone, $"{pointer}/urgentProcedure/phone", problems) }
            : form.UrgentProcedure,
    };

    /// <summary>What everyone may see of it, with its links normalised; what is no link to a page is refused.</summary>
    public static AuthorityPublic Apply(AuthorityPublic form, string pointer, List<Problem> problems) => form with
    {
        Website = form.Website is { } website ? Link(website, $"{pointer}/website", problems) : null,
        LawLinks = form.LawLinks?.Select((law, i) => law with { Url = Link(law.Url, $"{pointer}/lawLinks/{i}/url", problems) }).ToList(),
    };

    private static JsonNode? Composed(JsonNode? node, string pointer, List<Problem> problems)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(m => KeyValuePair.Create(
                    m.Key, Composed(m.Value, $"{pointer}/{FormParser.Escape(m.Key)}", problems))));
            case JsonArray items:
                return new JsonArray([.. items.Select((item, i) => Composed(item, $"{pointer}/{i}", problems))]);
            // What cannot be written is asked, as it was sent.
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
                && UnwritableText.FirstIn(text) is null && InvisibleSigns.WithoutBreaks(SafeText.Composed(text)) is var composed
                && composed != text && InvisibleSigns.OnlyInvisible(text) is null:
                problems.Add(Problem.Warn(ProblemCode.V22, pointer));
                return JsonValue.Create(composed);
            default:
                return node?.DeepClone();
        }
    }

    private static List<Phone>? Numbers(IReadOnlyList<Phone>? phones, string pointer, List<Problem> problems) =>
        phones?.Select((phone, i) => Number(phone, $"{pointer}/{i}", problems)).ToList();

    private static Phone Number(Phone phone, string pointer, List<Problem> problems)
    {
        if (TelephoneNumbers.Read(phone.Number) is not { } read)
        {
            problems.Add(Problem.Query(ProblemCode.V11, $"{pointer}/number", phone.Number, NumberModel));
            return phone;
        }
        var extension = Extension(phone.Extension);
        if (extension is not null && !IsExtension(extension))
        {
            problems.Add(Problem.Query(ProblemCode.V11, $"{pointer}/extension", extension, ExtensionModel));
            return phone;
        }
        if (extension is not null && read.Extension is { Length: > 0 } other && other != extension)
        {
            problems.Add(Problem.Query(ProblemCode.V11, $"{pointer}/extension", extension, $"{read}"));
            return phone;
        }
        if (read.IsInterpreted)
            problems.Add(Problem.Warn(ProblemCode.V11, $"{pointer}/number", phone.Number, $"{read}"));
        return phone with { Number = read.Number, Extension = extension ?? read.Extension };
    }

    private static string? Extension(string? text) => text is { Length: <= TelephoneNumbers.Longest }
        ? TelephoneNumbers.Plain(text) is { Length: > 0 } plain ? plain : null
        : text;

    // One desk's, and nothing beside it that could be another number.
    private static bool IsExtension(string text) => text.Length <= LongestExtension && text.All(char.IsAsciiDigit);

    private static EmailAddress Email(EmailAddress email, string pointer, List<Problem> problems)
    {
        var normal = EmailAddresses.Normal(email.Address);
        if (normal == email.Address || !EmailAddresses.IsValid(normal))
            return email;
        problems.Add(Problem.Warn(ProblemCode.V09, pointer, email.Address, normal));
        return email with { Address = normal };
    }

    private static string Link(string text, string pointer, List<Problem> problems)
    {
        if (WebLinks.Normal(text) is { } link)
        {
            // Its scheme and blanks are nothing to be told of; another name is.
            if (!link.EndsWith(text.Trim(), StringComparison.Ordinal))
                problems.Add(Problem.Warn(ProblemCode.V22, pointer));
            return link;
        }
        problems.Add(Problem.Refuse(ProblemCode.F03, pointer, LinkModel));
        return text;
    }
}
