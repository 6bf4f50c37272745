using Hub.Core.Correspondence.Kinds;
using Hub.Core.Correspondence.Notes;
using Hub.Core.Correspondence.Senders;
using Hub.Core.Json;
using Hub.Core.Notices;
using Hub.Core.States;

namespace Hub.Core.Correspondence;

/// <summary>What the hub makes of a mail.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="References">What it belongs to.</param>
/// <param name="Language">The language of what its sender wrote; null where that is not certain.</param>
/// <param name="Notices">The notices understood from it; none for what is no notice.</param>
/// <param name="Files">Its files, for the intake.</param>
public sealed record MailVerdict(
    SenderVerdict Sender, MailKind Kind, MailReferences References, Language? Language, IReadOnlyList<UnderstoodNotice> Notices,
    IReadOnlyList<SubmittedFile> Files) : Confidential;
