namespace Hub.Notices.Access;

/// <summary>
/// Remembers forms that were sent and must not be taken twice: loading the page that answered one again does nothing.
/// </summary>
public interface ISentForms
{
    /// <summary>For so long a form is remembered.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Whether a form is sent for the first time, by the token that it brings; of two at once it is for one.</summary>
    Task<bool> Take(string token, DateTimeOffset now, CancellationToken cancel);
}
