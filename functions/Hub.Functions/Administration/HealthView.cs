using Hub.Operations.Standstill;
using Hub.Register.Json;

namespace Hub.Functions.Administration;

/// <summary>How the hub is.</summary>
/// <param name="Status"><c>ok</c>, or <c>attention</c> where something stands still.</param>
/// <param name="Head">The last event of the log.</param>
/// <param name="EventsBehind">By channel, how many events its slowest cursor has to go.</param>
/// <param name="Standstill">What stands still.</param>
public sealed record HealthView(
    string Status, long Head, IReadOnlyDictionary<string, long> EventsBehind, IReadOnlyList<Standstill> Standstill) : IPublic;
