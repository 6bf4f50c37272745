using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule, in UTC.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>A cron expression of six fields (five: without seconds), or a %Setting% that holds one.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the last run is kept, so that a tick missed while the app was down is made up for.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
