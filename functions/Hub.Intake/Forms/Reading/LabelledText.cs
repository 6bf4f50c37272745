using Hub.Notices;

namespace Hub.Intake.Forms.Reading;

/// <summary>Lines such as <c>Telephone: +999 1 555 0100</c> in a text that may say much else, e.g. the body of a mail.</summary>
internal static class LabelledText
{
    private const int LongestLabel = 200;
    private const int LongestUnknownLabel = 40;

    /// <summary>The labels and what stands behind them, until the next label or an empty line.</summary>
    public static IReadOnlyList<FormLine> Read(IEnumerable<string> lines, Func<int, FormPlace> place)
    {
        var found = new List<FormLine>();
        (FormField Field, string Label, List<string> Text, FormPlace Place)? open = null;
        var number = 0;
        foreach (var line in lines.SelectMany(l => l.Split('\n')).Select(l => l.TrimEnd('\r')).Take(FormLine.Most * 4))
        {
            number++;
            var label = Label(line);
            var field = label is null ? null : FormTexts.Find(label.Value.Label)?.Field;
            if (field is null && open is { } current && GoesOn(line, label is not null, current.Field, current.Text))
            {
                current.Text.Add(line.Trim());
                continue;
            }
            Close(found, ref open);
            if (field is not null)
                open = (field, label!.Value.Label, [label.Value.Value], place(number));
            else if (label is not null && found.Count > 0)
                found.Add(Line(label.Value.Label, label.Value.Value, place(number)));
        }
        Close(found, ref open);
        return found;
    }

    private static void Close(List<FormLine> found, ref (FormField Field, string Label, List<string> Text, FormPlace Place)? open)
    {
        if (open is var (_, label, text, place))
            found.Add(Line(label, string.Join('\n', text), place));
        open = null;
    }

    private static FormLine Line(string label, string value, FormPlace place) =>
        new([new(label, place), new("", place), new("", place), new(FormLine.Trimmed(value), place)]);

    // What is quoted belongs to the mail that is answered.
    private static (string Label, string Value)? Label(string line)
    {
        var text = Stripped(line);
        if (text.StartsWith('>'))
            return null;
        (string, string)? unknown = null;
        for (var at = Colon(text, 0); at is > 0 and < LongestLabel; at = Colon(text, at + 1))
        {
            var (label, value) = (text[..at].Trim(), text[(at + 1)..].Trim());
            if (FormTexts.Find(label) is not null)
                return (label, value);
            if (at <= LongestUnknownLabel && !value.StartsWith("//", StringComparison.Ordinal)
                && label.All(c => char.IsLetter(c) || c is ' ' or '-' or '.'))
                unknown ??= (label, value);
        }
        return unknown;
    }

    private static int Colon(string text, int from) => text.AsSpan(from).IndexOfAny(':', '：') is >= 0 and var at ? from + at : -1;

    // "C15. Telephone" and "- Telephone" are written as lists are.
    private static string Stripped(string line)
    {
        var text = line.Trim().TrimStart('*', '-', '•', '·', '–').TrimStart();
        var word = text.Split(' ', '.', ')')[0];
        return DesignationForm.Find(word) is null ? text : text[word.Length..].TrimStart('.', ')', ' ', '\t');
    }

    // A list goes on where it is indented, or where it begins below its label; what has a colon may be another field, misspelt.
    private static bool GoesOn(string line, bool labelled, FormField field, List<string> text)
    {
        if (line.Trim().Length == 0 || line.TrimStart().StartsWith('>'))
            return false;
        return char.IsWhiteSpace(line[0])
            ? field.Kind == FieldKind.Text || field.Kind.IsList()
            : !labelled && (field.Kind is FieldKind.Text or FieldKind.Lines || (field.Kind.IsList() && text[0].Length == 0));
    }
}
