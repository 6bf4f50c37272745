using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Hub.Broker.Requests;

/// <summary>Responses to requests, in the form that Service Bus gives them.</summary>
internal static class Responses
{
    private static readonly Dictionary<string, int> Statuses = new()
    {
        ["com.microsoft:argument-error"] = 400,
        [ErrorCode.NotAllowed] = 400,
        [ErrorCode.ResourceLimitExceeded] = 403,
        [ErrorCode.MessageSizeExceeded] = 403,
        ["com.microsoft:message-not-found"] = 404,
        ["com.microsoft:message-lock-lost"] = 410,
        [ErrorCode.NotImplemented] = 501,
    };

    public static Message Success(Map result) => Of(200, "OK", result);

    public static Message NoContent() => Of(204, "No content", []);

    public static Message Failure(Error error)
    {
        var response = Of(Statuses.GetValueOrDefault(error.Condition, 500), error.Description, []);
        response.ApplicationProperties["errorCondition"] = error.Condition;
        return response;
    }

    private static Message Of(int status, string description, Map result) => new(result)
    {
        ApplicationProperties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = description },
    };
}
