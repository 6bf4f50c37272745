namespace Hub.Notices.Outbox;

/// <summary>What a mail that goes out is.</summary>
public enum OutboxKind
{
    /// <summary>A reply: that a mail became notices, with their references, what was understood and what is wrong.</summary>
    Acknowledgement,

    /// <summary>A reply: that something came in, and nothing else.</summary>
    Receipt,

    /// <summary>A reply: what became of a notice since.</summary>
    NoticeNews,

    /// <summary>A reply: what a person of the Secretariat wrote.</summary>
    PersonalReply,

    /// <summary>A fresh access link in place of one that expired.</summary>
    Link,

    /// <summary>The link and the code with which somebody signs in.</summary>
    SignIn,

    /// <summary>The code by which a partner confirms another address of an endpoint.</summary>
    EndpointCode,

    /// <summary>A question: whether a State stands by a notice that is held.</summary>
    HeldNotice,

    /// <summary>A question: whether a State belongs to a network, as it says.</summary>
    NetworkClaim,

    /// <summary>A warning: a partner's endpoint fails.</summary>
    PartnerWarning,

    /// <summary>Events that a recipient is told of once more.</summary>
    Resend,

    /// <summary>A question: whether records are still right.</summary>
    Confirmation,

    /// <summary>What is new in the directory, an edition among it.</summary>
    Changes,
}

/// <summary>What follows from a kind.</summary>
public static class OutboxKinds
{
    /// <summary>Whether it answers a mail that came in, in that mail's thread.</summary>
    public static bool IsReply(this OutboxKind kind) =>
        kind is OutboxKind.Acknowledgement or OutboxKind.Receipt or OutboxKind.NoticeNews or OutboxKind.PersonalReply;

    /// <summary>Whether somebody waits for it at this moment: such mails go before all others.</summary>
    public static bool IsAwaited(this OutboxKind kind) => kind.Priority() == 0;

    /// <summary>Whether it goes to a mission or an authority, so that what became of it is kept among the deliveries.</summary>
    public static bool IsToReader(this OutboxKind kind) => kind is OutboxKind.Changes or OutboxKind.Resend or OutboxKind.Confirmation
        or OutboxKind.HeldNotice;

    /// <summary>The order in which mails go that are due: the lowest first.</summary>
    public static int Priority(this OutboxKind kind) => kind switch
    {
        OutboxKind.Acknowledgement or OutboxKind.Receipt or OutboxKind.NoticeNews or OutboxKind.PersonalReply or OutboxKind.Link
            or OutboxKind.SignIn or OutboxKind.EndpointCode => 0,
        OutboxKind.HeldNotice or OutboxKind.NetworkClaim or OutboxKind.PartnerWarning => 1,
        OutboxKind.Resend or OutboxKind.Confirmation => 2,
        OutboxKind.Changes => 3,
    };
}
