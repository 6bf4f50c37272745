using System.Net.Mail;

namespace Hub.Functions.SigningIn;

/// <summary>What people type as mail addresses.</summary>
internal static class MailAddresses
{
    private const int Longest = 254;

    /// <summary>Whether a text is one address and nothing else. Whose it is, is not asked.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: > 0 and <= Longest } && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var read)
        && read.Address == text;
}
