using Hub.Delivery.Editions;

namespace Hub.Pages.Editions.Rendering;

/// <summary>
/// Writes the files of an edition so that no record stops one (I11): what makes a writer fail is found, by halves, and left out of that
/// file.
/// </summary>
/// <param name="whole">The edition.</param>
/// <param name="leftOut">Is told of everything that a file lacks.</param>
internal sealed class CarefulWriter(EditionParts whole, Action<LeftOut>? leftOut)
{
    /// <summary>A file; null where it cannot be made at all.</summary>
    public EditionFile? Write(string name, string mediaType, Func<EditionParts, ReadOnlyMemory<byte>> write)
    {
        if (Error(write, whole, out var content) is not { } error)
            return new(name, mediaType, content);
        // What cannot even be written empty fails for another reason than a record.
        var things = Error(write, whole.Only([]), out _) is null ? Failing(write, whole.Things()) : [];
        if (things.Count == 0 || Error(write, whole.Without([.. things.Select(t => t.Thing)]), out content) is not null)
        {
            leftOut?.Invoke(new(name, null, error));
            return null;
        }
        foreach (var (thing, why) in things)
            leftOut?.Invoke(new(name, thing, why));
        return new(name, mediaType, content);
    }

    private List<(UnitKey Thing, string Error)> Failing(Func<EditionParts, ReadOnlyMemory<byte>> write, IReadOnlyList<UnitKey> things)
    {
        if (things.Count == 0 || Error(write, whole.Only(things), out _) is not { } error)
            return [];
        if (things.Count == 1)
            return [(things[0], error)];
        var half = things.Count / 2;
        return [.. Failing(write, [.. things.Take(half)]), .. Failing(write, [.. things.Skip(half)])];
    }

    // The kind of error alone: its message might quote the record (I6).
    private static string? Error(Func<EditionParts, ReadOnlyMemory<byte>> write, EditionParts parts, out ReadOnlyMemory<byte> content)
    {
        try
        {
            content = write(parts);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            content = default;
            return e.GetType().Name;
        }
    }
}
