using Hub.Register.Log;

namespace Hub.Rules.Tests.Builders;

/// <summary>Ids that count, salts that differ, and chance that is always the same.</summary>
internal sealed class FixedIdentifiers(double fraction = 0.5) : IIdentifiers
{
    private int _count;

    public string New() => $"{Interlocked.Increment(ref _count):x32}";

    public string NewSalt() => $"{Interlocked.Increment(ref _count):x32}";

    public string NewKey() => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(New()));

    public double Fraction() => fraction;
}
