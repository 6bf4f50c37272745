using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;

namespace Hub.Functions.Notices;

/// <summary>What the API says where nothing can be decided about a notice, or corrected in it.</summary>
internal static class NoticeRefusals
{
    /// <summary>The reason, in a sentence.</summary>
    public static string Of(NoticeRefusal why, NoticeStatus status) => why switch
    {
        NoticeRefusal.ChangedMeanwhile => "Somebody else decided at the same moment: look at the notice again.",
        NoticeRefusal.CorrectedMeanwhile => "Its form was corrected since you looked at it: look at the notice again.",
        NoticeRefusal.CorrectionsUnseen => "Its form was corrected: read the corrections, and say in 'corrections' how many you saw.",
        NoticeRefusal.NothingToDecide => $"It is {status.Code()}: there is nothing to decide.",
        NoticeRefusal.Incomplete => "Its form is incomplete: the sender has to amend it, or send a notice of its own.",
        NoticeRefusal.NoLongerFits => "Its form no longer fits the register: the sender has to amend it.",
        NoticeRefusal.AmbiguousDate => "A date in it can be read in two ways (V24): the sender has to amend it.",
        NoticeRefusal.ChangeNotUnderstood => "One of its changes could not be understood: the sender has to amend it.",
        NoticeRefusal.OfficeIsAsked =>
            "It is held until the State's permanent mission or ministry confirms it (V01); it can be rejected or queried.",
        NoticeRefusal.OfficeObjects =>
            "The State's permanent mission or ministry objects to it: it can be rejected, queried or corrected.",
        NoticeRefusal.NotToConfirm =>
            "Only a held notice can be confirmed, and only by the State's permanent mission or ministry.",
        NoticeRefusal.WantsColleague =>
            "It wants two reviewers, as a change of designation does, and what a colleague may have written by another name: a colleague has to "
            + "approve it too, with a key that you did not issue.",
        NoticeRefusal.OwnWord =>
            "You sent, entered or corrected it, or you gave its sender its key, address or rights: a colleague has the last word.",
        NoticeRefusal.VouchedFor =>
            "Your word is in it already: after it came you gave the office that stands by it its key, address or rights, or you released "
            + "its mail. Colleagues have to approve it.",
        NoticeRefusal.WantsAnswers => "It has open questions: say in 'reason' how they were answered, or let the sender amend it.",
        NoticeRefusal.WantsReason => "Say why in 'reason': the sender is told.",
        NoticeRefusal.NotToWithdraw =>
            $"It is {status.Code()}. Only the office that sent a notice can withdraw it, and only before it is decided.",
        NoticeRefusal.NotTaken =>
            "The register does not take it: it is too large, or holds what cannot be kept. Reject it, and ask for several notices.",
        NoticeRefusal.CorrectedTooOften => "It was corrected as often as can be kept: reject it, and enter it as a new notice.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };
}
