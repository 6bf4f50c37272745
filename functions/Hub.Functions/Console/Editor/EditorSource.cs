using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Functions.Console.Editor;

/// <summary>What the editor was opened for.</summary>
/// <param name="Form">The form that it opens with.</param>
/// <param name="By">Who writes in it.</param>
public sealed record EditorSource(JsonObject Form, Caller By) : Confidential
{
    /// <summary>The notice that is corrected; null where one is entered.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The mail that a notice is made of; null where none is.</summary>
    public MailRecord? Mail { get; init; }

    /// <summary>Which change of the form is written.</summary>
    public int Index { get; init; }

    /// <summary>Whether a problem stops what is written: what the State was asked already does not.</summary>
    public bool Stops(Problem problem, bool withQuestions) => problem.Outcome switch
    {
        Outcome.Refuse => true,
        Outcome.Query => Notice is not null ? !Notice.Problems.Contains(problem) : withQuestions,
        Outcome.Warn or Outcome.Link or Outcome.Hold => false,
    };
}
