namespace Hub.Intake.Files.Inspection;

/// <summary>What only its addressee can open: S/MIME (RFC 5652) and OpenPGP (RFC 9580).</summary>
internal static class Encrypted
{
    private const int Head = 40;

    // The object identifiers of enveloped-data and authenticated enveloped-data.
    private static readonly byte[] Enveloped = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03];
    private static readonly byte[] Authenticated = [0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17];

    /// <summary>Whether a file begins as one does.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, Head)];
        return (start is [0x30, ..] && (start.IndexOf(Enveloped) > 0 || start.IndexOf(Authenticated) > 0))
            || head.TrimStart("\r\n\t "u8).StartsWith("-----BEGIN PGP MESSAGE-----"u8);
    }
}
