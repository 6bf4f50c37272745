using Hub.Notices.Access;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Site;

/// <summary>What a page is told of the request that it answers: who reads it, in which language, at what time.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The path and query of the page, for the switch of languages and the way back.</param>
/// <param name="Now">The time, UTC.</param>
public sealed record Visit(Language Language, string Path, DateTimeOffset Now) : Confidential
{
    /// <summary>The words of the page.</summary>
    public Labels Labels { get; } = new(Language);

    /// <summary>Who has signed in; null where nobody has.</summary>
    public Visitor? Visitor { get; init; }

    /// <summary>What the forms of the page send back, so that no other site's form passes for one of them.</summary>
    public string FormToken { get; init; } = "";

    /// <summary>Whether the hub runs on its reader's own machine.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether somebody has paused all mail; of the Secretariat's pages.</summary>
    public bool MailIsPaused { get; init; }

    /// <summary>Whether it answers what was sent from a form: its address may show nothing when it is opened.</summary>
    public bool AnswersForm { get; init; }

    /// <summary>Where the site begins; for a page that lies as a file elsewhere, its whole address.</summary>
    public string Root { get; init; } = "/";

    /// <summary>Where the style sheet is.</summary>
    public string Sheet { get; init; } = $"/{StyleSheet.Page.Path}";

    /// <summary>The last event of the log; null where the page shows nothing of the register.</summary>
    public long? Sequence { get; init; }

    /// <summary>The time zone of the office that the page is about, by its IANA name; null where none is known.</summary>
    public string? Zone { get; init; }

    /// <summary>The time zone of whoever reads the page, by its IANA name; null where none is known.</summary>
    public string? ReadersZone { get; init; }

    /// <summary>What was just done, as the code of the sentence that says so; null where nothing was.</summary>
    public string? Done { get; init; }

    /// <summary>The names of people by what decisions and keys call them.</summary>
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>();

    /// <summary>What to call somebody who did something.</summary>
    public string NameOf(string person) => People.GetValueOrDefault(person, person);
}

/// <summary>Who has signed in.</summary>
/// <param name="Name">What colleagues call the person.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record Visitor(string Name, SecretariatRoles Roles) : Confidential
{
    /// <summary>What kind of caller that is; only the Secretariat's people have roles.</summary>
    public CallerKind Kind { get; init; } = CallerKind.Secretariat;

    /// <summary>What decisions call the person.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the person has one of these roles.</summary>
    public bool Has(SecretariatRoles roles) => (Roles & roles) != 0;
}
