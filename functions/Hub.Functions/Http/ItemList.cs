namespace Hub.Functions.Http;

/// <summary>A list, as the API writes lists.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The items.</param>
public sealed record ItemList<T>(IReadOnlyList<T> Items);
