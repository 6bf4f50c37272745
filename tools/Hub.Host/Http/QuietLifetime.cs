namespace Hub.Host.Http;

/// <summary>Leaves signals alone: the host as a whole decides in which order it stops.</summary>
public sealed class QuietLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
