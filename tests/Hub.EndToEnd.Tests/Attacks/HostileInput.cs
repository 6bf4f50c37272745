namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>By which way something comes in.</summary>
internal enum Way
{
    /// <summary>The body of a notice.</summary>
    Body,

    /// <summary>A file of a notice.</summary>
    Upload,

    /// <summary>A file of a mail.</summary>
    Attachment,

    /// <summary>A whole mail.</summary>
    Mail,
}

/// <summary>Something that is sent to a hub to harm it.</summary>
/// <param name="Way">By which way.</param>
/// <param name="Name">What tells it from the others: its file name, or the mail's subject.</param>
/// <param name="Bytes">What it is.</param>
internal sealed record HostileInput(Way Way, string Name, byte[] Bytes);
