using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

/// <summary>An outbox and its sender.</summary>
public abstract class OutboxSenderCase
{
    private protected readonly OutboxWorld _world = new();

    private protected MailRig Rig => _world.Rig;

    private protected static OutboxWorld Edition(int recipients)
    {
        var world = new OutboxWorld(shortWait: TimeSpan.FromSeconds(10));
        for (var i = 0; i < recipients; i++)
            world.Rig.Subscribe($"r{i:D3}");
        world.Rig.Register.Grow();
        return world;
    }
}
