namespace Hub.Intake.Forms;

/// <summary>What is written in a field of the designation form, and so how it is read.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Text of any number of lines.</summary>
    Text,

    /// <summary>A day, ISO 8601.</summary>
    Date,

    /// <summary>One of the field's choices.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A tick, or what the authority does for a pair.</summary>
    Function,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>The place of a channel in the State's preference.</summary>
    Rank,

    /// <summary>When the office is open on a day.</summary>
    Hours,

    /// <summary>Telephone numbers.</summary>
    Phones,

    /// <summary>E-mail addresses.</summary>
    Emails,

    /// <summary>Lines that each stand for themselves.</summary>
    Lines,

    /// <summary>Several of the field's choices.</summary>
    Choices,

    /// <summary>Languages by name or BCP 47 tag.</summary>
    Languages,

    /// <summary>Texts, each with the BCP 47 tag of its language.</summary>
    Tagged,

    /// <summary>Secure channels, each with its kind.</summary>
    Channels,

    /// <summary>Links, each with its title.</summary>
    Links,

    /// <summary>Networks by acronym or name.</summary>
    Networks,

    /// <summary>The number of a record, or that there is none.</summary>
    RecordOrNone,
}

/// <summary>What follows from a kind of field.</summary>
public static class FieldKinds
{
    /// <summary>Whether it holds any number of items, so that several cells or lines add up.</summary>
    public static bool IsList(this FieldKind kind) => kind is FieldKind.Phones or FieldKind.Emails or FieldKind.Lines or FieldKind.Choices
        or FieldKind.Languages or FieldKind.Tagged or FieldKind.Channels or FieldKind.Links or FieldKind.Networks;
}
