using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>Something that a file of an edition lacks, because it could not be written there.</summary>
/// <param name="File">The file.</param>
/// <param name="Thing">What is left out of it; null where the file itself could not be made.</param>
/// <param name="Error">The kind of error, never its message, which might quote the record (I6).</param>
public sealed record LeftOut(string File, UnitKey? Thing, string Error);

/// <summary>The same thing, left out of one file or several.</summary>
/// <param name="State">Whose it is; absent where whole files could not be made.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Id">Which of its kind: the record of an authority.</param>
/// <param name="Files">The files that lack it.</param>
/// <param name="Error">The kind of error.</param>
public sealed record LeftOutThing(StateCode? State, EditionSubject? Subject, string? Id, IReadOnlyList<string> Files, string Error)
    : IPublic
{
    /// <summary>What was left out, one thing each, in the order of an edition.</summary>
    public static IReadOnlyList<LeftOutThing> Of(IEnumerable<LeftOut> leftOut) =>
    [
        .. leftOut.GroupBy(l => l.Thing).OrderBy(g => g.Key is null).ThenBy(g => g.Key ?? default, UnitKey.InOrder)
            .Select(g => new LeftOutThing(
                g.Key?.State, g.Key?.Subject, g.Key?.Id, [.. g.Select(l => l.File).Distinct()], g.First().Error)),
    ];

    /// <summary>What it is, in words and by its id.</summary>
    public string Name() => Subject is not { } subject ? "A whole file" : subject switch
    {
        EditionSubject.Authority => $"Record {Id} ({State})",
        EditionSubject.State => $"State {State}",
        EditionSubject.Membership => $"Membership of {State} in {Id}",
        EditionSubject.LegalBasis => $"A declaration of {State} on the legal basis of extradition",
        EditionSubject.NilDeclaration => $"A declaration of {State} that it has no authority",
    };

    /// <summary>What happened and what to do, for the failures list.</summary>
    public string Reason(EditionId edition) =>
        $"{Name()} could not be written in {string.Join(", ", Files)} of edition {edition} ({Error}). "
        + (Subject is null
            ? "The edition is published without it. Have the cause mended, then publish a revision."
            : "It is left out there, and the first page says that something is; the online directory has it. Correct it, then publish a "
                + "revision.");
}
