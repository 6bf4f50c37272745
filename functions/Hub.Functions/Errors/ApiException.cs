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

    /// <summary>How long to wait, where something was asked for too often: in whole seconds, so that header and words agree.</summary>
    public TimeSpan Wait { get; private init; }

    /// <summary>Something was asked for too often.</summary>
    public static ApiException TooOften(TimeSpan wait, string title, string detail)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new(429, title, detail) { Wait = TimeSpan.FromSeconds(seconds), Headers = { ["Retry-After"] = $"{seconds}" } };
    }

    /// <summary>Further headers of the response.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];
}
