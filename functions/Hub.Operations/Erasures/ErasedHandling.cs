using Hub.Notices.Colleagues;

namespace Hub.Operations.Erasures;

/// <summary>What colleagues noted, without a person.</summary>
public static class ErasedHandling
{
    /// <summary>Whether a note names a person.</summary>
    public static bool Names(Handling handling, PersonalTerms terms) => handling.Steps.Any(s => s.Text is { } text && terms.Matches(text));

    /// <summary>A handling without that person. Who of the Secretariat wrote stays, as with decisions.</summary>
    public static Handling Of(Handling handling, PersonalTerms terms) => handling with
    {
        Steps = [.. handling.Steps.Select(s => s with { Text = terms.Left(s.Text) })],
    };
}
