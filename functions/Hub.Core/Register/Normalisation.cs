using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Forms;

namespace Hub.Core.Register;

/// <summary>Brings what has one meaning into one form, and says so: telephone numbers to E.164, texts to Unicode's composed form.</summary>
internal static partial class Normalisation
{
    // No number written by hand is longer; a longer text would only cost time.
    private const int MostLetters = 80;

    /// <summary>The record with its numbers and names normalised; a warning for each that changed.</summary>
    public static AuthorityRestricted Apply(AuthorityRestricted form, string pointer, List<Problem> problems) => form with
    {
        AuthorityName = form.AuthorityName.ToDictionary(n => n.Key, n => Composed(n.Value, $"{pointer}/authorityName/{n.Key}", problems)),
        Phones = Numbers(form.Phones, $"{pointer}/phones", problems),
        Fax = Numbers(form.Fax, $"{pointer}/fax", problems),
        UrgentProcedure = form.UrgentProcedure is { Phone: { } phone } urgent
            ? urgent with { Phone = Number(phone, $"{pointer}/urgentProcedure/phone", problems) }
            : form.UrgentProcedure,
    };

    private static List<Phone>? Numbers(IReadOnlyList<Phone>? phones, string pointer, List<Problem> problems) =>
        phones?.Select((phone, i) => Number(phone, $"{pointer}/{i}", problems)).ToList();

    private static Phone Number(Phone phone, string pointer, List<Problem> problems)
    {
        if (E164().IsMatch(phone.Number))
            return phone;
        var (number, extension) = phone.Number.Length <= MostLetters && Extension().Match(phone.Number) is { Success: true } m
            ? (phone.Number[..m.Index], phone.Extension ?? m.Groups[1].Value)
            : (phone.Number, phone.Extension);
        var digits = Separators().Replace(number.Replace("(0)", "", StringComparison.Ordinal), "");
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = $"+{digits[2..]}";
        // Without a country code nobody abroad can dial it, and guessing one would be worse than asking (V11).
        problems.Add(E164().IsMatch(digits)
            ? Problem.Warn(ProblemCode.V11, $"{pointer}/number", phone.Number, digits)
            : Problem.Query(ProblemCode.V11, $"{pointer}/number", phone.Number, "+999 1 555 0100"));
        return E164().IsMatch(digits) ? phone with { Number = digits, Extension = extension } : phone;
    }

    private static string Composed(string text, string pointer, List<Problem> problems)
    {
        if (text.IsNormalized(NormalizationForm.FormC))
            return text;
        problems.Add(Problem.Warn(ProblemCode.V22, pointer));
        return text.Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"[\s.\-()/]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s*(?:ext\.?|extension|poste|ext|x|#)\s*(\d{1,8})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
