using System.Runtime.CompilerServices;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct Span(int Start, int Length)
{
    /// <summary>The character after its last.</summary>
    public int End => Start + Length;

    /// <summary>From one character up to, not including, another.</summary>
    public static Span Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>Whether a character lies in it.</summary>
    public bool Holds(int index) => index >= Start && index < End;

    /// <summary>Whether another lies in it whole.</summary>
    public bool Holds(Span other) => other.Start >= Start && other.End <= End;

    /// <summary>The shortest that holds both.</summary>
    public Span With(Span other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

/// <summary>A value and the words it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Span">The words.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">What read it: the file it is written in, without folder and ending.</param>
internal sealed record Found<T>(T Value, Span Span, double Confidence = 0.9, [CallerFilePath] string Rule = "")
{
    /// <summary>What read it, e.g. <c>Phones</c>.</summary>
    public string Rule { get; } = Path.GetFileNameWithoutExtension(Rule);
}
