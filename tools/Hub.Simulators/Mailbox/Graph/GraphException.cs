namespace Hub.Simulators.Mailbox.Graph;

/// <summary>An answer of Graph's that is an error.</summary>
public sealed class GraphException(int status, string code, string message, int? retryAfter = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public int? RetryAfter => retryAfter;

    public static GraphException BadRequest(string code, string message) => new(400, code, message);

    public static GraphException NoItem() => new(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public static GraphException NoFolder(string folder) =>
        new(404, "ErrorFolderNotFound", $"The specified folder '{folder}' could not be found in the store.");

    public static GraphException NotSimulated(string what) =>
        new(501, "NotImplemented", $"The mailbox simulator does not do this part of Microsoft Graph: {what}.");

    public static GraphException Throttled(string limit, TimeSpan wait) => new(
        429, "ApplicationThrottled", $"Application is over its {limit} limit.", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));
}
