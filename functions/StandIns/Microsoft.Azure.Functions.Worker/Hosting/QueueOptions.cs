using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What Service Bus keeps with each queue, and what host.json says of its triggers.</summary>
internal sealed record QueueOptions(TimeSpan LockDuration, int MaxDeliveryCount, int MaxConcurrentCalls, TimeSpan MaxRenewal)
{
    private const string Lock = "StandIn:LockDuration";
    private const string Deliveries = "StandIn:MaxDeliveryCount";

    public static QueueOptions Read(IConfiguration settings, HostJson host, Problems problems)
    {
        var locked = TimeSpan.FromMinutes(1);
        if (settings[Lock] is { } text && !(TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out locked) && IsLock(locked)))
            problems.Add($"Setting {Lock} is '{text}'; it must be whole seconds between 00:00:01 and 00:05:00.");
        var deliveries = 10;
        if (settings[Deliveries] is { } count && !(int.TryParse(count, CultureInfo.InvariantCulture, out deliveries) && deliveries > 0))
            problems.Add($"Setting {Deliveries} is '{count}'; it must be a number of at least 1.");
        return new QueueOptions(locked, deliveries, host.MaxConcurrentCalls, host.MaxAutoLockRenewalDuration);
    }

    private static bool IsLock(TimeSpan time) =>
        time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromMinutes(5) && time.Ticks % TimeSpan.TicksPerSecond == 0;
}
