namespace Microsoft.Azure.Functions.Worker;

/// <summary>A timer function with its schedule read and its store known.</summary>
internal sealed record TimerPlan(FunctionEntry Function, TimerTriggerAttribute Trigger, TimerSchedule Schedule, TimerStatusStore Store)
{
    public static IReadOnlyList<TimerPlan> All(FunctionSet functions, Settings settings, Problems problems, string host) =>
        [.. functions.Triggered<TimerTriggerAttribute>()
            .Select(t => Of(t.Function, t.Trigger, settings, problems, host))
            .OfType<TimerPlan>()];

    private static TimerPlan? Of(FunctionEntry function, TimerTriggerAttribute trigger, Settings settings, Problems problems, string host)
    {
        var known = problems.Count;
        var schedule = TimerSchedule.Parse(settings.Resolve(trigger.Schedule, function.Name), function.Name, problems);
        var storage = settings.Storage(function.Name);
        return problems.Count > known ? null : new TimerPlan(function, trigger, schedule!, new TimerStatusStore(storage, host));
    }
}
