namespace Hub.Notices.Rules;

/// <summary>Why nothing can be decided about a notice, or corrected in it, now.</summary>
public enum NoticeRefusal
{
    /// <summary>Somebody else did something at the same moment.</summary>
    ChangedMeanwhile,

    /// <summary>Its form was corrected since the reviewer looked at it.</summary>
    CorrectedMeanwhile,

    /// <summary>Its form was corrected, and whoever approves it does not say that it was seen.</summary>
    CorrectionsUnseen,

    /// <summary>Nothing can be decided where it stands.</summary>
    NothingToDecide,

    /// <summary>Its form is incomplete: its sender has to amend it.</summary>
    Incomplete,

    /// <summary>Its form no longer fits the register: its sender has to amend it.</summary>
    NoLongerFits,

    /// <summary>A date in it can be read in two ways (V24).</summary>
    AmbiguousDate,

    /// <summary>One of its changes could not be understood; to apply the rest would drop it without a word.</summary>
    ChangeNotUnderstood,

    /// <summary>The State's permanent mission or ministry is asked whether it stands by it (V01).</summary>
    OfficeIsAsked,

    /// <summary>The State's permanent mission or ministry does not stand by it.</summary>
    OfficeObjects,

    /// <summary>The caller is not the office that is asked, or nobody is.</summary>
    NotToConfirm,

    /// <summary>Two reviewers have to approve it, and this one was the first.</summary>
    WantsColleague,

    /// <summary>The reviewer entered or corrected it, or gave its sender its key, address or rights.</summary>
    OwnWord,

    /// <summary>After it came, the reviewer gave the office that stands by it its key, address or rights, or released its mail.</summary>
    VouchedFor,

    /// <summary>It has open questions, and nobody said how they were answered.</summary>
    WantsAnswers,

    /// <summary>Whoever sent it is told why, and nobody said it.</summary>
    WantsReason,

    /// <summary>The caller's office did not send it, or it was decided.</summary>
    NotToWithdraw,

    /// <summary>The register does not take it: it is too large, or holds what cannot be kept.</summary>
    NotTaken,

    /// <summary>It was corrected as often as can be kept.</summary>
    CorrectedTooOften,
}
