using Hub.Register.Problems;

namespace Hub.Notices.Rules;

/// <summary>Every rule that a structured notice can trip, in the order of their codes.</summary>
internal static class AllRules
{
    private static readonly Func<RuleContext, IEnumerable<Problem>>[] Rules =
    [
        SenderRules.V01SelfNomination,
        DateRules.V02LateOrFuture,
        DesignationRules.F03NoArticle,
        DesignationRules.V03V04PairNotAllowed,
        DesignationRules.V05ContradictsDepositary,
        DesignationRules.V06TwoAuthoritiesForOnePair,
        DesignationRules.V06TwiceInOneNotice,
        DesignationRules.V06NilThoughDesignated,
        DesignationRules.V07SplitByOffence,
        ContactRules.V09Address,
        ContactRules.V10Webmail,
        ContactRules.V11FaxEqualsTelephone,
        ContactRules.V12HoursWithoutZone,
        ContactRules.V13Languages,
        ContactRules.V14Interpol,
        ContactRules.V15Person,
        DateRules.V19OutOfOrder,
        SenderRules.V20DiffersFromMission,
        DateRules.V23AsPreviouslyNotified,
        ContactRules.V27Links,
        NetworkRules.V30Unlisted,
        DesignationRules.V31NobodyLeft,
        AddressRules.V33AnothersAddress,
        LawRules.L01Found,
        LawRules.L02OwnAddress,
        LawRules.L03Articles,
        LawRules.L04Days,
        LawRules.L05Translations,
        LawRules.L06Repeal,
        LawRules.L07Twice,
        LawRules.L09Party,
        LawRules.L10Languages,
        LawRules.L11PersonalData,
    ];

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<Problem> Of(RuleContext context) => Rules.SelectMany(rule => rule(context));
}
