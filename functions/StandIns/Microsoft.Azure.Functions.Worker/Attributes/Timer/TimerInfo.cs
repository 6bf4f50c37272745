namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its tick.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the tick was due while the app was down.</summary>
    public bool IsPastDue { get; set; }
}
