using Hub.Delivery.Editions;
using Hub.Pages.Mail;
using Hub.Pages.Texts;
using Hub.Register.Records;

namespace Hub.Pages.Editions;

/// <summary>What a State declared, and the networks it belongs to, in words.</summary>
internal static class StateFactsText
{
    /// <summary>The facts of a State apart from its authorities.</summary>
    public static IReadOnlyList<Fact> Of(EditionState state, Labels labels) =>
    [
        .. new Fact[]
        {
            new(labels["Page.LegalBasis.Title"], [.. state.LegalBasis.Select(l => Of(l, labels))]),
            new(labels["Edition.Nil"], [.. state.NilDeclarations.Select(n => Of(n, labels))]),
            new(labels["Page.NetworksOf.Title"], [.. state.Networks.Select(n => Of(n, labels))]),
        }.Where(f => f.Values.Count > 0),
    ];

    /// <summary>A declaration on the legal basis of extradition.</summary>
    public static Phrase Of(LegalBasis declared, Labels labels) => Line(
        labels, labels.Of(declared.Instrument), labels.Of(declared.Value), declared.DeclaredOn is { } day ? Word(labels.Day(day)) : null);

    /// <summary>A declaration that there is no authority.</summary>
    public static Phrase Of(NilDeclaration nil, Labels labels) =>
        Phrase.Join(labels["List.Long"], [labels.Pair(nil.Pair), labels.Day(nil.DeclaredOn)]);

    /// <summary>A membership; what is not sure, or of a list that is not whole, says so.</summary>
    public static Phrase Of(EditionMembership member, Labels labels) => Line(
        labels, member.Name, labels.Of(member.Role), labels.Period(member.ValidFrom, member.ValidTo),
        member.Confidence == Confidence.Low ? Word(labels["Page.LowConfidence"]) : null,
        member.ListComplete ? null : Word(labels["Page.Incomplete"]));

    private static Phrase Line(Labels labels, params Phrase?[] parts) => Phrase.Join(labels["List.Long"], parts.OfType<Phrase>());

    private static Phrase Word(string word) => word;
}
