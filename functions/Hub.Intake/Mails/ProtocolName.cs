namespace Hub.Intake.Mails;

/// <summary>Names of media types, character sets, HTML and CSS, which know no case.</summary>
internal static class ProtocolName
{
    /// <summary>In lower case, as they are written.</summary>
#pragma warning disable CA1308 // They are written so.
    public static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
