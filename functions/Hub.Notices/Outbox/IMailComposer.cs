using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>Knows what mails of some kinds say, and whether they are still to go.</summary>
public interface IMailComposer
{
    /// <summary>Whether it writes mails of a kind.</summary>
    bool Writes(OutboxKind kind);

    /// <summary>
    /// What is to be done about a mail whose turn has come. Nothing that could end the process belongs here: it is not begun yet.
    /// </summary>
    Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel);
}

/// <summary>What is to be done about a mail whose turn has come.</summary>
public abstract record Composition
{
    /// <summary>It goes.</summary>
    /// <param name="Write">
    /// Writes it, once it is begun and counted: the same each time, and null where its reason is gone after all.
    /// </param>
    public sealed record Ready(Func<OutboxMail, CancellationToken, Task<MailMessage?>> Write) : Composition
    {
        /// <summary>The events that it tells.</summary>
        public IReadOnlyList<DirectoryEvent> Events { get; init; } = [];

        /// <summary>Where it says that each notice stands.</summary>
        public IReadOnlyDictionary<string, string>? Tells { get; init; }

        /// <summary>What is done with its draft before it is sent.</summary>
        public Func<MailDraft, CancellationToken, Task> Drafted { get; init; } = (_, _) => Task.CompletedTask;
    }

    /// <summary>Its reason is gone.</summary>
    public sealed record Gone(string Why) : Composition;

    /// <summary>Its recipient's address bounced.</summary>
    public sealed record Stopped(string Why) : Composition;

    /// <summary>It is too early.</summary>
    public sealed record Later(DateTimeOffset At) : Composition;
}
