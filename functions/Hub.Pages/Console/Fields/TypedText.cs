using Hub.Pages.Texts;

namespace Hub.Pages.Console.Fields;

/// <summary>Looks at texts that people typed: what is too long is said, and never cut, so that nothing is lost without a word.</summary>
public static class TypedText
{
    /// <summary>What is wrong with a text; null where nothing is.</summary>
    /// <param name="field">The field that it stands in.</param>
    /// <param name="text">The text; null where none was typed.</param>
    /// <param name="longest">The most characters; a line break is one, however it was sent.</param>
    /// <param name="labels">The words of the page.</param>
    /// <param name="missing">The key of what is said where none was typed; null where none is wanted.</param>
    public static FieldProblem? Wrong(string field, string? text, int longest, Labels labels, string? missing = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (text is null)
            return missing is null ? null : new(field, labels[missing]);
        var length = text.ReplaceLineEndings("\n").Length;
        return length <= longest
            ? null
            : new(field, labels.Say("Console.TooLong", labels.Number(longest), labels.Number(length)).ToText(false));
    }
}
