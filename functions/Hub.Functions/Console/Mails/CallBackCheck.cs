using Hub.Intake.Inbox;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Mails;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Functions.Console.Mails;

/// <summary>
/// What a call-back must say before a mail is released: which office of which State, who answered, and at which number. A number that the
/// mail brings itself proves nothing.
/// </summary>
internal static class CallBackCheck
{
    // Fewer digits of a text may be anything.
    private const int Digits = 7;

    /// <summary>What is missing or wrong in a decision.</summary>
    public static IReadOnlyList<FieldProblem> Problems(MailDetail detail, MailDecisionDraft draft, Labels labels) =>
        [.. (draft.Kind == MailDecisionKind.Dismiss ? OfDismissal(draft) : OfRelease(detail, draft)).Select(p => new FieldProblem(p.Field, labels[$"Inbox.No.{p.Key}"]))];

    /// <summary>The number that was called; null where it is none.</summary>
    public static string? NumberOf(MailDecisionDraft draft) =>
        draft.Number == MailDecisionDraft.OtherNumber ? TelephoneNumbers.Read(draft.Typed ?? "")?.ToString() : draft.Number;

    private static IEnumerable<(string Field, string Key)> OfDismissal(MailDecisionDraft draft) =>
        draft.Reason is null ? [("reason", "Reason")] : [];

    private static IEnumerable<(string Field, string Key)> OfRelease(MailDetail detail, MailDecisionDraft draft)
    {
        if (detail.States.All(s => s.Code != draft.State))
            yield return ("state", "State");
        if (draft.Number == MailDecisionDraft.OtherNumber)
        {
            if (NumberOf(draft) is not { } typed)
                yield return ("typed", "Typed");
            else if (StandsIn(detail, typed) && !IsListed(detail, typed))
                yield return ("typed", "OwnNumber");
        }
        else if (!IsListed(detail, draft.Number))
            yield return ("number", "Number");
        if (draft.Person is null)
            yield return ("person", "Person");
        if (!Codes.TryParse<OfficeRole>(draft.Office, out _))
            yield return ("office", "Office");
    }

    private static bool IsListed(MailDetail detail, string? number) => detail.Numbers.Any(n => n.Phone.Number == number);

    private static bool StandsIn(MailDetail detail, string number)
    {
        var digits = Of(number);
        return digits.Length >= Digits && Of(detail.Parsed?.Text ?? "").Contains(digits[^Digits..], StringComparison.Ordinal);
    }

    private static string Of(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
