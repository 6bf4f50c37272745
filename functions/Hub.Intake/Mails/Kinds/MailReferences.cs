using Hub.Register.Json;

namespace Hub.Intake.Mails.Kinds;

/// <summary>What a mail says it belongs to.</summary>
/// <param name="MessageIds">The Message-IDs of its conversation, the nearest first.</param>
/// <param name="Notices">The ids of the hub's notices named in it, and their short names, those of the subject first.</param>
public sealed record MailReferences(IReadOnlyList<string> MessageIds, IReadOnlyList<string> Notices) : Confidential;
