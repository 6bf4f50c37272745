using Hub.Operations.Erasures;

namespace Hub.Operations.Erasing;

/// <summary>What is said of the items of an erasure.</summary>
internal static class ErasureItems
{
    /// <summary>Why an item waits whose files storage keeps.</summary>
    public const string Kept = "Storage keeps its original unchanged for a time; the rest of it is erased.";

    /// <summary>Why an item waits that others write all the time.</summary>
    public const string Busy = "Others wrote it at the same moment: it is tried again.";

    /// <summary>An item that is done.</summary>
    public static ErasureItem Done(ErasureItem item) => item with { IsDone = true, Waits = null, Until = null };
}
