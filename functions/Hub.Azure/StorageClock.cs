using Azure.Core;
using Azure.Core.Pipeline;

namespace Hub.Azure;

/// <summary>
/// The time as storage has it. What several instances agree on stands in storage, and leases, due times and the times of the log with it: a
/// machine whose clock is wrong is put right by the Date of storage's own responses (RFC 9110, section 6.6.1), which costs no request.
/// </summary>
/// <param name="machine">The machine's clock.</param>
public sealed class StorageClock(TimeProvider machine) : TimeProvider
{
    // A Date has whole seconds, and a response takes its time: what differs by less is not known to differ.
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(1);
    private long _aheadTicks;

    /// <summary>How far the machine's clock is ahead of storage's; negative where it is behind, zero where it is right.</summary>
    public TimeSpan MachineAhead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Whether the machine's clock is so wrong, by a minute or more, that somebody has to look at it.</summary>
    public bool IsMachineWrong => MachineAhead.Duration() >= Wrong;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() - MachineAhead;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Compares the machine's clock with a response of storage.</summary>
    /// <param name="sent">When the request was sent, by the machine's clock.</param>
    /// <param name="received">When the response was there, by the machine's clock.</param>
    /// <param name="date">Its Date.</param>
    public void Compare(DateTimeOffset sent, DateTimeOffset received, DateTimeOffset date)
    {
        // Storage wrote the date within that second, between the two times.
        var (least, most) = (sent - date - Second, received - date);
        var ahead = MachineAhead;
        if (ahead >= least - Precision && ahead <= most + Precision)
            return;
        var measured = (least + most) / 2;
        Interlocked.Exchange(ref _aheadTicks, measured.Duration() <= Precision ? 0 : measured.Ticks);
    }

    /// <summary>The step of a client's pipeline that compares each response.</summary>
    public HttpPipelinePolicy Policy() => new ComparingPolicy(this, machine);

    private sealed class ComparingPolicy(StorageClock clock, TimeProvider machine) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var sent = machine.GetUtcNow();
            ProcessNext(message, pipeline);
            Compare(message, sent);
        }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var sent = machine.GetUtcNow();
            await ProcessNextAsync(message, pipeline);
            Compare(message, sent);
        }

        private void Compare(HttpMessage message, DateTimeOffset sent)
        {
            if (message.HasResponse && message.Response.Headers.Date is { } date)
                clock.Compare(sent, machine.GetUtcNow(), date);
        }
    }
}
