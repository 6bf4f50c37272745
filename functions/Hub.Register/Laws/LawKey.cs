using Hub.Register.Text;

namespace Hub.Register.Laws;

/// <summary>By what a law of a State is known again, whoever writes of it.</summary>
/// <param name="Number">Its number, without what makes no difference.</param>
/// <param name="Adopted">The day it was adopted.</param>
public sealed record LawKey(string Number, DateOnly Adopted)
{
    /// <summary>A law's; null where it has no number or no day.</summary>
    public static LawKey? Of(LawContent law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law is { Number: { } number, Dates.Adopted: { } adopted } && FoldedText.Of(number) is { Length: > 0 } folded
            ? new(folded, adopted)
            : null;
    }
}
