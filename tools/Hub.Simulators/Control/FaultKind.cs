namespace Hub.Simulators.Control;

/// <summary>The ways to misbehave.</summary>
public enum FaultKind
{
    /// <summary>Nothing is done; 429 with Retry-After.</summary>
    Throttle,

    /// <summary>Nothing is done; an error is answered.</summary>
    Fail,

    /// <summary>No answer until the caller gives up; with a delay, an answer after it.</summary>
    Hang,

    /// <summary>The request is performed twice, as when something in between repeated it; the caller sees the second answer.</summary>
    AnswerTwice,

    /// <summary>Nothing is done; the connection is lost.</summary>
    DropConnection,

    /// <summary>The request is performed, yet the caller is told that it failed, or is told nothing (status 0).</summary>
    FailAfterDoing,

    /// <summary>Nothing is done; the caller is sent elsewhere.</summary>
    Redirect,
}
