namespace Hub.Functions.Errors;

/// <summary>A response other than success, thrown from wherever it becomes clear (RFC 9457).</summary>
/// <param name="status">HTTP status.</param>
/// <param name="title">What is wrong, in a few words.</param>
/// <param name="detail">Where, and what to do.</param>
public sealed class ApiException(int status, string title, string detail) : Exception(title)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>Where, and what to do.</summary>
    public string Detail => detail;

    /// <summary>Further headers of the response.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];
}
