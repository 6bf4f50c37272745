namespace Hub.Operations.Links;

/// <summary>What a site answered.</summary>
public abstract record LinkAnswer
{
    /// <summary>A page.</summary>
    /// <param name="FinalUrl">Where it was found.</param>
    /// <param name="Content">Its first bytes.</param>
    /// <param name="IsText">Whether it is a text, HTML or plain; otherwise a file.</param>
    public sealed record Found(string FinalUrl, ReadOnlyMemory<byte> Content, bool IsText) : LinkAnswer;

    /// <summary>No page: an error, or nothing at all.</summary>
    public sealed record Missing : LinkAnswer;

    /// <summary>The site does not let programs look, by its robots.txt or by its answer; or it is none that may be looked at.</summary>
    public sealed record Blocked : LinkAnswer;

    /// <summary>The certificate of the site does not hold.</summary>
    public sealed record BadCertificate : LinkAnswer;
}

/// <summary>Looks at an address of somebody else's choosing; never behind the walls of the hub.</summary>
public interface ILinkClient
{
    /// <summary>What is there.</summary>
    Task<LinkAnswer> Look(Uri address, CancellationToken cancel);
}
