using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was done, because one of its actions failed.</summary>
public class TableTransactionFailedException(RequestFailedException requestFailedException) : RequestFailedException(
    requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
{
    /// <summary>Which action failed, counted from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; } = IndexIn(requestFailedException.Message);

    // The service puts the index of the failed action in front of its message: "3:The specified entity already exists."
    private static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        var digits = message.AsSpan(0, Math.Max(colon, 0));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
