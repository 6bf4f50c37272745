using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Mail;

/// <summary>What a mail tells, before it becomes HTML and text.</summary>
/// <param name="Labels">The words of its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Opening">To whom, and what it is.</param>
/// <param name="Editions">The editions that were published.</param>
/// <param name="States">The changes, State by State.</param>
/// <param name="Rest">How many further changes there are, State by State, where there are too many to tell.</param>
/// <param name="Links">Where the recipient can do something itself.</param>
/// <param name="Closing">Up to where it tells, who sends it, how to answer.</param>
public sealed record ChangesMail(
    Labels Labels, Phrase Subject, IReadOnlyList<Phrase> Opening, IReadOnlyList<EditionNews> Editions, IReadOnlyList<StateSection> States,
    IReadOnlyList<Fact> Rest, IReadOnlyList<MailLink> Links, IReadOnlyList<Phrase> Closing) : Confidential
{
    /// <summary>The laws of the recipient's State that are not to be had at their address any more.</summary>
    public IReadOnlyList<Fact> DeadLaws { get; init; } = [];

    /// <summary>Whether an edition is all that it tells of: then that is its heading.</summary>
    public bool IsOfEdition => Editions.Count == 1 && States.Count == 0;

    /// <summary>Its heading.</summary>
    public Phrase Heading => IsOfEdition ? Editions[0].Title : Labels["Mail.Title"];
}

/// <summary>A published edition.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Told">What it holds.</param>
/// <param name="Link">The recipient's own link to it.</param>
public sealed record EditionNews(Phrase Title, Phrase Told, MailLink Link);

/// <summary>A link of a mail.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Address">Where it leads.</param>
public sealed record MailLink(string Label, Uri Address);

/// <summary>The changes of a State.</summary>
/// <param name="State">Its name.</param>
/// <param name="Stories">The changes, in the order of the log.</param>
public sealed record StateSection(string State, IReadOnlyList<ChangeEntry> Stories) : Confidential;

/// <summary>One change: a sentence, and the facts.</summary>
/// <param name="Headline">The sentence.</param>
/// <param name="Facts">The facts.</param>
public sealed record ChangeEntry(Phrase Headline, IReadOnlyList<Fact> Facts) : Confidential;

/// <summary>A fact.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Values">What it says, a line each.</param>
public sealed record Fact(string Label, IReadOnlyList<Phrase> Values) : Confidential;
