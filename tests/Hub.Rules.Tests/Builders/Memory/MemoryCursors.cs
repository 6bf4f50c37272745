using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Cursors with optimistic concurrency, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryCursors : ICursorStore
{
    private readonly Dictionary<(string, string), Cursor> _cursors = [];
    private int _version;

    public Action BeforeSave { get; set; } = () => { };

    public Action AfterSave { get; set; } = () => { };

    public int Saves { get; private set; }

    public Cursor this[string channel, string name] => _cursors[(channel, name)];

    /// <summary>Puts a cursor there, whoever holds it: what was read before cannot be saved any more.</summary>
    public Cursor Put(Cursor cursor) => _cursors[(cursor.Channel, cursor.Name)] = cursor with { ETag = $"{++_version}" };

    public Task<Cursor?> Find(string channel, string name, CancellationToken cancel) =>
        Task.FromResult(_cursors.GetValueOrDefault((channel, name)));

    public Task Create(Cursor cursor, CancellationToken cancel)
    {
        if (!_cursors.ContainsKey((cursor.Channel, cursor.Name)))
            Put(cursor);
        return Task.CompletedTask;
    }

    public Task<Cursor?> Save(Cursor cursor, CancellationToken cancel)
    {
        BeforeSave();
        if (_cursors.GetValueOrDefault((cursor.Channel, cursor.Name))?.ETag != cursor.ETag)
            return Task.FromResult<Cursor?>(null);
        var saved = Put(cursor);
        Saves++;
        AfterSave();
        return Task.FromResult<Cursor?>(saved);
    }

    public Task<IReadOnlyList<Cursor>> All(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Cursor>>([.. _cursors.Values]);

    public Task Delete(string channel, string name, CancellationToken cancel)
    {
        _cursors.Remove((channel, name));
        return Task.CompletedTask;
    }
}
