using System.Security.Cryptography;
using Hub.Register.Log;

namespace Hub.Azure;

/// <summary>Ids from the clock and the operating system's random numbers.</summary>
public sealed class RandomIdentifiers(TimeProvider clock) : IIdentifiers
{
    /// <inheritdoc/>
    public string New() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <inheritdoc/>
    public string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <inheritdoc/>
    public string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <inheritdoc/>
    public double Fraction() => Random.Shared.NextDouble();
}
