using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Register.Log;

/// <summary>A change as a recipient is told of it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Before">The record before, where there was one.</param>
/// <param name="After">The record after, where the event is about one.</param>
public sealed record DirectoryChange(DirectoryEvent Event, Authority? Before, Authority? After) : Confidential
{
    /// <summary>The law after, where the event is about one.</summary>
    public Law? Law { get; init; }

    /// <summary>The law before, where there was one.</summary>
    public Law? LawBefore { get; init; }

    /// <summary>A change that is about to be committed.</summary>
    public static DirectoryChange Of(DirectoryEvent e, RecordWrite write) => write switch
    {
        AuthorityWrite(var after, var before) => new(e, before, after),
        LawWrite(var after, var before) => new(e, null, null) { Law = after, LawBefore = before },
        _ => new(e, null, null),
    };
}

/// <summary>Changes that the log tells of.</summary>
public static class LoggedChanges
{
    // As many events as a transaction of the register can hold.
    private const int Most = 100;

    /// <summary>An event with the record that it is about, before and after.</summary>
    public static async Task<DirectoryChange> Told(this IRegisterStore register, DirectoryEvent e, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(e);
        if (e.Facts is { LawId: { } law, LawVersion: { } at })
            return new(e, null, null)
            {
                Law = await register.ReadLaw(law, at, cancel),
                LawBefore = at > 1 ? await register.ReadLaw(law, at - 1, cancel) : null,
            };
        if (e.Facts is not { RecordId: { } id, RecordVersion: { } version })
            return new(e, null, null);
        var present = (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(id);
        var after = present?.Version == version ? present : await register.ReadVersion(id, version, cancel);
        return new(e, version > 1 ? await register.ReadVersion(id, version - 1, cancel) : null, after);
    }

    /// <summary>What a notice changed, by the last of its events.</summary>
    public static async Task<IReadOnlyList<DirectoryChange>> MadeBy(
        this IRegisterStore register, string notice, long last, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(register);
        var changes = new List<DirectoryChange>();
        foreach (var e in await register.ReadEvents(Math.Max(0, last - Most), (int)Math.Min(Most, last), cancel))
            if (e.Facts.NoticeId == notice)
                changes.Add(await register.Told(e, cancel));
        return changes;
    }
}
