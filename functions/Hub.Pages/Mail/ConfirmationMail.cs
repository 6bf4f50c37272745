using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Mail;

/// <summary>A mail that asks a recipient to confirm records, before it becomes HTML and text.</summary>
/// <param name="Labels">The words of its language.</param>
/// <param name="Greeting">To whom.</param>
/// <param name="Records">The records.</param>
/// <param name="Closing">Who sends it, how to answer.</param>
public sealed record ConfirmationMail(
    Labels Labels, Phrase Greeting, IReadOnlyList<ConfirmationAsked> Records, IReadOnlyList<Phrase> Closing) : Confidential
{
    /// <summary>The mail as plain text: the same facts in the same order as its HTML.</summary>
    public string ToText()
    {
        var lines = new List<string> { Text(Greeting), "", Labels["Upkeep.Intro"] };
        foreach (var record in Records)
            lines.AddRange(
                ["", record.Name, Text(record.Told), .. record.Facts.SelectMany(Said), record.Link.Label, record.Link.Address.AbsoluteUri]);
        return string.Join('\n', [.. lines, "", Labels["Upkeep.Changed"], "", "-- ", .. Closing.Select(Text)]) + "\n";

        string Text(Phrase phrase) => phrase.ToText(Labels.RightToLeft);
        IEnumerable<string> Said(Fact fact) => [$"  {fact.Label}:", .. fact.Values.Select(v => $"    {Text(v)}")];
    }
}

/// <summary>A record that is to be confirmed.</summary>
/// <param name="Name">The authority's name.</param>
/// <param name="Told">When it was confirmed last, and until when an answer is awaited.</param>
/// <param name="Facts">All that the record says.</param>
/// <param name="Link">The recipient's own link to it.</param>
public sealed record ConfirmationAsked(string Name, Phrase Told, IReadOnlyList<Fact> Facts, MailLink Link) : Confidential;
