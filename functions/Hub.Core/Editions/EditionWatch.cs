using Hub.Core.Channels;
using Hub.Core.Failures;

namespace Hub.Core.Editions;

/// <summary>Finds editions that were frozen and do not come to their end.</summary>
public sealed class EditionWatch(EditionDesk desk, EditionFileSet files, TimeProvider clock)
{
    /// <summary>Those that take too long.</summary>
    public async Task<IReadOnlyList<Trouble>> Look(CancellationToken cancel)
    {
        var (found, now) = (new List<Trouble>(), clock.GetUtcNow());
        foreach (var id in await desk.Unfinished(cancel))
            if (now - await files.FrozenAt(id, cancel) is { } waiting && waiting > StandstillLimits.Default.Editions)
                found.Add(new Trouble.Late(
                    EditionFileSet.Queue, id.Slug, (await desk.Find(id, cancel))!.Sequence + 1, (int)waiting.TotalMinutes));
        return found;
    }
}
