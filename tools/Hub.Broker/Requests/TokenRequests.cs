using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace Hub.Broker.Requests;

/// <summary>The node <c>$cbs</c>: clients put a token there before each link. On this machine every token is good.</summary>
internal sealed class TokenRequests : IRequestProcessor
{
    public const string Address = "$cbs";

    public int Credit => 100;

    public void Process(RequestContext request)
    {
        if (request.ResponseLink is not null)
            request.Complete(new Message
            {
                ApplicationProperties = new ApplicationProperties { ["status-code"] = 202, ["status-description"] = "Accepted" },
            });
    }
}
