using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;

namespace Hub.Intake.Files.Reading;

/// <summary>What the reading process can be asked for.</summary>
internal enum FileReaderTask
{
    /// <summary>What a file is, and whether it must be refused.</summary>
    Inspect,

    /// <summary>Its text.</summary>
    Text,

    /// <summary>The form it is.</summary>
    Form,

    /// <summary>The parts of a mail.</summary>
    Mail,

    /// <summary>The report that a mail is.</summary>
    Report,
}

/// <summary>A request to the reading process; the bytes of the file follow it.</summary>
/// <param name="Task">What for.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Kind">What its bytes say it is.</param>
/// <param name="Assumed">The kind of notice it came with.</param>
internal sealed record FileReaderRequest(FileReaderTask Task, string? Name = null, DocumentKind? Kind = null, NoticeKind? Assumed = null)
    : Confidential;

/// <summary>How a request to the reading process ended.</summary>
internal enum FileReaderOutcome
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>What reads such files could not make anything of it.</summary>
    Failed,

    /// <summary>The process ended, nobody ended it.</summary>
    Died,

    /// <summary>It took more memory than a file may.</summary>
    TookMemory,

    /// <summary>It took more time of the processor than a file may.</summary>
    TookProcessor,

    /// <summary>It took longer than a file may.</summary>
    TookTime,

    /// <summary>It answered more than anything can be.</summary>
    SaidTooMuch,
}

/// <summary>What the reading process answered.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Json">The answer as JSON.</param>
/// <param name="Files">The files of a mail, which the JSON names by their number.</param>
internal sealed record FileReaderReply(FileReaderOutcome Outcome, ReadOnlyMemory<byte> Json, IReadOnlyList<ReadOnlyMemory<byte>> Files)
    : Confidential
{
    public static FileReaderReply Ended(FileReaderOutcome outcome) => new(outcome, default, []);
}
