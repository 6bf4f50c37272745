using System.Text.RegularExpressions;
using Hub.Notices.Recipients;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Recipients;

/// <summary>Why mails come back, in the reader's language.</summary>
internal static partial class BounceWords
{
    /// <summary>A cause.</summary>
    public static string Of(BounceCause cause, Labels labels) => Of(cause.ToString(), labels) ?? labels["Bounce.Other"];

    /// <summary>A cause as it was noted; null where it is none.</summary>
    public static string? Of(string cause, Labels labels)
    {
        if (Code().Match(cause) is not { Success: true } code)
            return null;
        var parts = code.Value.Split('.');
        var words = labels.Find($"Bounce.{code.Value}") ?? labels.Find($"Bounce.{parts[0]}.{parts[1]}") ?? labels["Bounce.Other"];
        return cause.EndsWith("passes its mail on", StringComparison.Ordinal) ? $"{words} {labels["Bounce.Behind"]}" : words;
    }

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
