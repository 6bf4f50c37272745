using System.Globalization;
using Hub.Delivery.Editions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Editions;

/// <summary>What the documents of an edition say in the same words and the same order, whatever they are made in.</summary>
internal static class EditionText
{
    /// <summary>The edition's name.</summary>
    public static Phrase Number(EditionId id, Labels labels) => labels.Say("Edition.Number", id.ToString());

    /// <summary>What stands at the head of every page.</summary>
    public static string Running(EditionId id, Labels labels) => $"{labels["Edition.Title"]} – {Number(id, labels).ToText(false)}";

    /// <summary>The day it was closed.</summary>
    public static Phrase CutOff(DateOnly day, Labels labels) => labels.Say("Edition.CutOff", labels.Day(day));

    /// <summary>The last event it takes in.</summary>
    public static Phrase Sequence(long sequence, Labels labels) =>
        labels.Say("Page.Sequence", sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>How many authorities it lists, of how many States.</summary>
    public static Phrase Counts(int authorities, int states, Labels labels) =>
        labels.Say("Edition.Counts", labels.Number(authorities), labels.Number(states));

    /// <summary>What a revision replaces and why; null for any other edition.</summary>
    public static Phrase? Replaces(Edition edition, Labels labels)
    {
        if (edition is not { Reason: { } reason, Id: { Kind: EditionKind.Revision } id })
            return null;
        // Where the one it replaces was dropped, its changes are told against an earlier one.
        var replaced = edition.Previous is { } previous && previous.Regular == id.Regular ? previous : id.Regular;
        return labels.Say("Edition.Replaces", replaced.ToString(), reason);
    }

    /// <summary>How many things a file lacks because they could not be written in it; null where it lacks none.</summary>
    public static Phrase? LeftOut(int count, Labels labels) =>
        count == 0 ? null : labels.Say("Edition.LeftOut", labels.Number(count));

    /// <summary>The heading of the changes; null for the first edition, which has none.</summary>
    public static Phrase? Since(EditionId? previous, Labels labels) =>
        previous is null ? null : labels.Say("Edition.Changes", previous.ToString());

    /// <summary>What is said of a State beside its facts; null where there is nothing to say.</summary>
    public static string? Note(EditionState state, Labels labels) => state switch
    {
        { IsJurisdiction: true } => labels["Page.Jurisdictions.Note"],
        { Authorities.Count: 0 } => labels["Edition.NoAuthority"],
        _ => null,
    };

    /// <summary>A State's authorities in the language's order.</summary>
    public static IEnumerable<EditionAuthority> Sorted(EditionState state, Labels labels) => state.Authorities
        .OrderBy(a => a.Restricted.NameIn(labels.Language.Code()), labels.Order).ThenBy(a => a.RecordId, StringComparer.Ordinal);
}
