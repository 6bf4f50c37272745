namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>
/// Where a restricted value may stand in storage: by the beginning of the place, and whose business it is. Elsewhere none may.
/// </summary>
internal static class Allowed
{
    private const Seen Everything = Seen.Directory | Seen.Secretariat | Seen.Notice | Seen.Recipient | Seen.KeyHolder;

    private static readonly (string Beginning, Seen Seen)[] Rows =
    [
        // Records as they are and were; who approved them is the Secretariat's.
        ("Register/register/authority-", Seen.Directory | Seen.Secretariat | Seen.KeyHolder),
        ("Register/register/version-", Seen.Directory | Seen.Secretariat | Seen.KeyHolder),
        ("Notices/", Everything),
        ("Mails/", Everything),
        // Whom the hub writes to, and who put the address there.
        ("Subscribers/", Seen.Recipient | Seen.KeyHolder),
        // Which address mails came back from.
        ("Recipients/address/", Seen.Recipient),
        ("Endpoints/partner/", Seen.Recipient),
        ("Keys/key/", Seen.KeyHolder),
    ];

    private static readonly (string Beginning, Seen Seen)[] Blobs =
    [
        ("originals/", Everything),
        ("quarantine/", Everything),
        ("documents/", Everything),
        ("editions/{edition}/directory.", Seen.Directory),
        ("editions/{edition}/changes.", Seen.Directory),
    ];

    /// <summary>What may stand in a row.</summary>
    public static Seen InRow(string place) => Of(Rows, place);

    /// <summary>What may stand in a blob.</summary>
    public static Seen InBlob(string place, string edition) =>
        Of(Blobs.Select(b => (b.Beginning.Replace("{edition}", edition, StringComparison.Ordinal), b.Seen)), place);

    private static Seen Of(IEnumerable<(string Beginning, Seen Seen)> places, string place) =>
        places.FirstOrDefault(p => place.StartsWith(p.Beginning, StringComparison.Ordinal)).Seen;
}
