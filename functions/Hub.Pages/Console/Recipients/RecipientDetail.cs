using System.Text.Json;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Recipients;

/// <summary>Everything that is shown of a recipient.</summary>
/// <param name="Row">What the list shows of it.</param>
/// <param name="Preferences">What it wants to be told.</param>
/// <param name="Mails">Its last mails of changes, and what came back of them, newest first.</param>
/// <param name="StateNames">The names of the States that it wants to be told of.</param>
public sealed record RecipientDetail(
    RecipientRow Row, MailPreferences Preferences, IReadOnlyList<Attempt> Mails, IReadOnlyList<string> StateNames) : Confidential;

/// <summary>A mission as somebody types it.</summary>
/// <param name="Id">Its id; null of a new one.</param>
/// <param name="State">The code of its State.</param>
/// <param name="Name">How it is addressed.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The code of the language it reads.</param>
/// <param name="Role">The code of the office it is.</param>
/// <param name="Domains">The domains whose every mailbox may write for it, one a line.</param>
/// <param name="Mark">How it stood when the page was opened; null of a new one.</param>
public sealed record SubscriberForm(
    string? Id, string? State, string? Name, string? Address, string? Language, string? Role, string? Domains, string? Mark) : Confidential
{
    /// <summary>Why it is changed.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a mission would say for its State, and from where, what it says now.</summary>
    public static bool MaySayAs(Recipient recipient, SubscriberDraft draft)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return SubscriberDraft.Of(recipient).Says(draft with { Name = recipient.Name, Language = recipient.Language });
    }

    /// <summary>A form filled with what is set.</summary>
    public static SubscriberForm Of(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return new(
            recipient.Id, recipient.State.Value, recipient.Name, recipient.Address, recipient.Language.Code(), recipient.Role.Code(),
            string.Join('\n', recipient.Domains ?? []), MarkOf(recipient));
    }

    /// <summary>A mark that changes with what is set: who changes it has seen it so.</summary>
    public static string MarkOf(Recipient recipient) =>
        CanonicalJson.Sha256(JsonSerializer.SerializeToNode(SubscriberDraft.Of(recipient), HubJson.Options))[..16];
}

/// <summary>A table of missions that somebody wants to take over.</summary>
/// <param name="Text">The table.</param>
/// <param name="Lines">What it would do, line by line.</param>
public sealed record ImportDraft(string Text, IReadOnlyList<ImportLine> Lines) : Confidential
{
    /// <summary>So long a table may be.</summary>
    public const int Longest = 1_000_000;

    /// <summary>A mark of what it would do: who takes it over has seen that.</summary>
    public string Mark => CanonicalJson.Sha256(JsonSerializer.SerializeToNode(Lines, HubJson.Options))[..16];

    /// <summary>How many lines do something.</summary>
    public int Count(ImportEffect effect) => Lines.Count(l => l.Effect == effect);
}
