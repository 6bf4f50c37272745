using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>Which fields of a change each kind of notice has.</summary>
internal static class KindFields
{
    /// <summary>
    /// The fields of a change that its kind does not have: to leave them out without a word would drop what the sender said.
    /// </summary>
    public static IEnumerable<string> Surplus(NoticeKind kind, ChangeForm change) => Known(kind, change) is { } known
        ? ((JsonObject)JsonSerializer.SerializeToNode(change, HubJson.Options)!).Select(f => f.Key).Except(known)
        : [];

    /// <summary>
    /// Whether it is a declaration on the legal basis, or a membership, that a designation brings along: notes and forms say them in one.
    /// </summary>
    public static bool Accompanies(ChangeForm change) =>
        change is { Authority: null, Set: null, RecordId: null } and ({ LegalBasis: not null } or { Membership: not null });

    private static string[]? Known(NoticeKind kind, ChangeForm change) => kind switch
    {
        NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation when Accompanies(change) =>
            change.Membership is null ? ["legalBasis"] : ["membership"],
        NoticeKind.ChangeOfDesignation when change.Authority is null => ["recordId", "set"],
        NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation => ["authority", "replaces", "lastDay"],
        NoticeKind.ChangeOfContact => ["recordId", "set"],
        NoticeKind.Withdrawal => ["recordId", "pairs", "lastDay"],
        NoticeKind.ConfirmationNoChange => ["recordId"],
        NoticeKind.NilDeclaration => ["pair"],
        NoticeKind.TemporaryMeasure => ["recordId", "temporaryNotice"],
        NoticeKind.LegalBasisDeclaration => ["legalBasis"],
        NoticeKind.NetworkMembership => ["membership"],
        NoticeKind.Legislation => change.LawId is null ? ["law"] : ["lawId", "set"],
        NoticeKind.Correction or NoticeKind.NotANotice => null,
    };
}
