using Hub.Pages.Texts;

namespace Hub.Pages.Mail;

/// <summary>A mail as plain text: the same facts in the same order as its HTML.</summary>
internal static class ChangesText
{
    /// <summary>The text.</summary>
    public static string Of(ChangesMail mail)
    {
        var lines = new List<string> { Text(mail.Heading), "" };
        lines.AddRange(mail.Opening.Select(Text));
        foreach (var edition in mail.Editions)
        {
            lines.AddRange(mail.IsOfEdition ? [""] : Heading(Text(edition.Title)));
            lines.AddRange([Text(edition.Told), edition.Link.Label, edition.Link.Address.AbsoluteUri]);
        }
        foreach (var state in mail.States)
            lines.AddRange([.. Heading(state.State), .. state.Stories.SelectMany(Told)]);
        if (mail.Rest.Count > 0)
            lines.AddRange([.. Heading(mail.Labels["Mail.Rest.Title"]), mail.Labels["Mail.Rest"], .. Facts(mail.Rest)]);
        if (mail.DeadLaws.Count > 0)
            lines.AddRange([.. Heading(mail.Labels["Mail.DeadLaws.Title"]), mail.Labels["Mail.DeadLaws"], .. Facts(mail.DeadLaws)]);
        lines.AddRange(["", "-- ", .. mail.Links.SelectMany(l => new[] { l.Label, l.Address.AbsoluteUri }), .. mail.Closing.Select(Text)]);
        return string.Join('\n', lines) + "\n";

        string Text(Phrase phrase) => phrase.ToText(mail.Labels.RightToLeft);
        IEnumerable<string> Told(ChangeEntry story) => [$"* {Text(story.Headline)}", .. Facts(story.Facts)];
        IEnumerable<string> Facts(IEnumerable<Fact> facts) => facts.SelectMany(fact => fact.Values.Count == 1
            ? [$"    {Label(fact)} {Text(fact.Values[0])}"]
            : fact.Values.Select(v => $"      {Text(v)}").Prepend($"    {Label(fact)}"));
        string Label(Fact fact) => mail.Labels.Say("Mail.Label", fact.Label).ToText(rightToLeft: false);
    }

    private static IEnumerable<string> Heading(string title) => ["", title, new('=', title.Length)];
}
