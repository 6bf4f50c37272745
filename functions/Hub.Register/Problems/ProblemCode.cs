namespace Hub.Register.Problems;

/// <summary>
/// What can be wrong with a notice: F for its form, V for what it says, L for what it says of a law (the texts are in Problems.resx).
/// </summary>
public enum ProblemCode
{
    /// <summary>Not valid JSON.</summary>
    F01,

    /// <summary>Unknown field.</summary>
    F02,

    /// <summary>Wrong type or unknown value.</summary>
    F03,

    /// <summary>Required field missing.</summary>
    F04,

    /// <summary>Too many or too large.</summary>
    F05,

    /// <summary>A record, network or notice that does not exist or is another State's.</summary>
    F06,

    /// <summary>A field that does not belong to this kind of notice.</summary>
    F07,

    /// <summary>More problems than are listed.</summary>
    F08,

    /// <summary>A file of a kind that is not taken.</summary>
    F10,

    /// <summary>A file with macros, scripts or embedded objects.</summary>
    F11,

    /// <summary>A file that is a program.</summary>
    F12,

    /// <summary>A file that is encrypted or protected by a password.</summary>
    F13,

    /// <summary>A file that is an archive of others.</summary>
    F14,

    /// <summary>A file that grows beyond measure when it is opened.</summary>
    F15,

    /// <summary>A file that is two things at once, or hides something.</summary>
    F16,

    /// <summary>A file name with a path or hidden characters.</summary>
    F17,

    /// <summary>A file that is empty, cut off or damaged.</summary>
    F18,

    /// <summary>A file in which malware was found.</summary>
    F19,

    /// <summary>A label in a form that is no field's.</summary>
    F20,

    /// <summary>Two values for one field of a form.</summary>
    F21,

    /// <summary>A form of another version.</summary>
    F22,

    /// <summary>A value in a form that could not be understood.</summary>
    F23,

    /// <summary>A field of a form that the kind of notice does not have.</summary>
    F24,

    /// <summary>Designation change not from mission or ministry.</summary>
    V01,

    /// <summary>Late, or effective in the future.</summary>
    V02,

    /// <summary>Instrument and article do not allow the matter.</summary>
    V03,

    /// <summary>Article of another instrument.</summary>
    V04,

    /// <summary>Contradicts what the depositary has.</summary>
    V05,

    /// <summary>Replacement that does not say which authority ends.</summary>
    V06,

    /// <summary>Different authorities for different offence groups.</summary>
    V07,

    /// <summary>Country alias, old name, or a territory sent as a State.</summary>
    V08,

    /// <summary>E-mail address that cannot be right.</summary>
    V09,

    /// <summary>Personal webmail address.</summary>
    V10,

    /// <summary>Telephone number normalised, or fax equals telephone.</summary>
    V11,

    /// <summary>Office hours without a time zone, or with an offset in its place.</summary>
    V12,

    /// <summary>Languages not named one by one.</summary>
    V13,

    /// <summary>INTERPOL not answered.</summary>
    V14,

    /// <summary>Named person or personal number without consent.</summary>
    V15,

    /// <summary>Document unreadable or unsafe.</summary>
    V16,

    /// <summary>Attachment named but absent.</summary>
    V17,

    /// <summary>Duplicate.</summary>
    V18,

    /// <summary>Older note after a newer one.</summary>
    V19,

    /// <summary>The authority's edit and the mission's note differ.</summary>
    V20,

    /// <summary>Translation disagrees with the original.</summary>
    V21,

    /// <summary>Text in a form that had to be normalised.</summary>
    V22,

    /// <summary>"As previously notified" without a reference.</summary>
    V23,

    /// <summary>Ambiguous date.</summary>
    V24,

    /// <summary>Doubtful sender.</summary>
    V25,

    /// <summary>Auto-reply or bounce.</summary>
    V26,

    /// <summary>Link not checked or dead.</summary>
    V27,

    /// <summary>Record untouched for a year.</summary>
    V28,

    /// <summary>After the cut-off of the edition.</summary>
    V29,

    /// <summary>Network that does not list the State.</summary>
    V30,

    /// <summary>No authority left for a pair.</summary>
    V31,

    /// <summary>Contact handed over without notice.</summary>
    V32,

    /// <summary>The address of another State's office.</summary>
    V33,

    /// <summary>A law without a date, or without a place where it can be found.</summary>
    L01,

    /// <summary>A law's address that is not the State's own.</summary>
    L02,

    /// <summary>A provision without an article, or with one that the instrument does not have.</summary>
    L03,

    /// <summary>A law's days out of order.</summary>
    L04,

    /// <summary>A translation that does not say what it is.</summary>
    L05,

    /// <summary>A repealed law without its day, or without the law that took its place.</summary>
    L06,

    /// <summary>A law that is in the library already.</summary>
    L07,

    /// <summary>A law on an instrument to which its State is not a party.</summary>
    L09,

    /// <summary>A language of a law that is no tag.</summary>
    L10,

    /// <summary>Personal data in a law.</summary>
    L11,
}

/// <summary>What a problem does to the notice; the gravest decides.</summary>
public enum Outcome
{
    /// <summary>Accepted with a warning.</summary>
    Warn,

    /// <summary>Linked to the first of its kind and closed.</summary>
    Link,

    /// <summary>Waits for the mission or ministry.</summary>
    Hold,

    /// <summary>Sent back to the sender with the question.</summary>
    Query,

    /// <summary>Refused.</summary>
    Refuse,
}
