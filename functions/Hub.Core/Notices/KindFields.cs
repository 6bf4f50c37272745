using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Json;

namespace Hub.Core.Notices;

/// <summary>Which fields of a change each kind of notice has.</summary>
internal static class KindFields
{
    /// <summary>The fields of a change that its kind does not have: to leave them out without a word would drop what the sender said.</summary>
    public static IEnumerable<string> Surplus(NoticeKind kind, ChangeForm change) => Known(kind, change) is { } known
        ? ((JsonObject)JsonSerializer.SerializeToNode(change, HubJson.Options)!).Select(f => f.Key).Except(known)
        : [];

    private static string[]? Known(NoticeKind kind, ChangeForm change) => kind switch
    {
        NoticeKind.ChangeOfDesignation when change.Authority is null => ["recordId", "set"],
        NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation => ["authority", "replaces", "lastDay"],
        NoticeKind.ChangeOfContact => ["recordId", "set"],
        NoticeKind.Withdrawal => ["recordId", "pairs", "lastDay"],
        NoticeKind.ConfirmationNoChange => ["recordId"],
        NoticeKind.NilDeclaration => ["pair"],
        NoticeKind.TemporaryMeasure => ["recordId", "temporaryNotice"],
        NoticeKind.LegalBasisDeclaration => ["legalBasis"],
        NoticeKind.NetworkMembership => ["membership"],
        NoticeKind.Correction or NoticeKind.NotANotice => null,
    };
}
