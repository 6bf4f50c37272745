using Hub.Register.States;

namespace Hub.Azure.Tests.Builders;

/// <summary>A State and a time.</summary>
internal static class Sample
{
    public static StateCode Senegal { get; } = new("SEN");

    public static DateTimeOffset Now { get; } = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
}
