using System.Globalization;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>How far a delta query has come: the store it read and the number of the last change it saw.</summary>
public readonly record struct DeltaToken(string StoreId, long Change)
{
    public override string ToString() => $"{StoreId}.{Change.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Reads a token back; one of another store cannot be gone on from.</summary>
    public static DeltaToken Parse(string token, string storeId) =>
        token.Split('.') is [var store, var change] && store == storeId && long.TryParse(change, out var number)
            ? new DeltaToken(store, number)
            : throw new GraphException(410, "syncStateNotFound", "The sync state generation is not found; start again without a token.");
}
