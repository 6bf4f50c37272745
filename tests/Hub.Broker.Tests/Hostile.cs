using Amqp;
using Amqp.Sasl;

namespace Hub.Broker.Tests;

/// <summary>A client that does what the real one never would, on AMQPNetLite.</summary>
internal static class Hostile
{
    public static Task<Connection> Connect(int port)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = new TokenProfile();
        return factory.CreateAsync(new Address("127.0.0.1", port, scheme: "amqp"));
    }

    private sealed class TokenProfile() : SaslProfile("MSSBCBS")
    {
        protected override ITransport UpgradeTransport(ITransport transport) => transport;

        protected override Amqp.Types.DescribedList GetStartCommand(string hostname) => new SaslInit { Mechanism = "MSSBCBS" };

        protected override Amqp.Types.DescribedList? OnCommand(Amqp.Types.DescribedList command) => null;
    }
}
