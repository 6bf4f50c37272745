namespace Hub.Pages.Console.Colleagues;

/// <summary>Whose work somebody wants to see.</summary>
public enum HandsChoice
{
    /// <summary>What that person works on.</summary>
    Mine,

    /// <summary>What nobody works on.</summary>
    Free,
}

/// <summary>Chooses among what waits by who works on it.</summary>
public static class Hands
{
    /// <summary>Whether something is chosen.</summary>
    /// <param name="choice">Whose work is wanted; null for everybody's.</param>
    /// <param name="holder">Who works on it; null where nobody does.</param>
    /// <param name="reader">Who asks.</param>
    public static bool Fits(this HandsChoice? choice, string? holder, string reader) => choice switch
    {
        HandsChoice.Mine => holder == reader,
        HandsChoice.Free => holder is null,
        null => true,
        var other => throw new NotSupportedException($"{other}"),
    };
}
