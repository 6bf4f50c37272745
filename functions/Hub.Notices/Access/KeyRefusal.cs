namespace Hub.Notices.Access;

/// <summary>Why nothing was done about a key.</summary>
public enum KeyRefusal
{
    /// <summary>A State's key names its State and its office.</summary>
    WantsStateAndOffice,

    /// <summary>Only a State's key has an office.</summary>
    WantsNoOffice,

    /// <summary>There is no such State.</summary>
    UnknownState,

    /// <summary>The name is empty or too long.</summary>
    NameLength,

    /// <summary>The name has line breaks, or blanks at its ends.</summary>
    NameLine,

    /// <summary>A name of the Secretariat holds letters that may look like others.</summary>
    NameLetters,

    /// <summary>It is the name of the first key.</summary>
    NameOfFirstKey,

    /// <summary>Somebody else of the Secretariat has the name.</summary>
    NameOfColleague,

    /// <summary>It would end before it begins.</summary>
    EndPast,

    /// <summary>It would end too late.</summary>
    EndFar,

    /// <summary>There is no such key, or it works no more.</summary>
    NoSuchKey,

    /// <summary>Another has taken its place.</summary>
    ReplacedBefore,

    /// <summary>It is a colleague's.</summary>
    OfColleague,

    /// <summary>The two would work beside each other for too long.</summary>
    Overlap,

    /// <summary>It is the first key, which is a setting.</summary>
    FirstKey,
}

/// <summary>What came of asking for a key.</summary>
public abstract record KeyResult
{
    /// <summary>It was given out.</summary>
    /// <param name="Key">The key, this once.</param>
    public sealed record Given(IssuedKey Key) : KeyResult;

    /// <summary>One was given out before for the same form.</summary>
    public sealed record GivenBefore : KeyResult;

    /// <summary>It was not.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(KeyRefusal Why) : KeyResult;
}
