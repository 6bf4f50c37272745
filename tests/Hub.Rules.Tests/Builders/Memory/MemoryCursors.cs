using Hub.InMemory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Cursors in memory, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryCursors : ICursorStore
{
    private readonly MemoryRows<Cursor> _cursors =
        new(c => Key(c.Channel, c.Name), c => c.ETag, (c, mark) => c with { ETag = mark });

    public Action BeforeSave { get; set; } = () => { };

    public Action AfterSave { get; set; } = () => { };

    public int Saves { get; private set; }

    public Cursor this[string channel, string name] => _cursors[Key(channel, name)];

    public Cursor Put(Cursor cursor) => _cursors.Put(cursor);

    public Task<Cursor?> Find(string channel, string name, CancellationToken cancel) =>
        Task.FromResult(_cursors.Find(Key(channel, name)));

    public Task Create(Cursor cursor, CancellationToken cancel) => Task.FromResult(_cursors.Add(cursor));

    public Task<Cursor?> Save(Cursor cursor, CancellationToken cancel)
    {
        BeforeSave();
        if (_cursors.Update(cursor) is not { } saved)
            return Task.FromResult<Cursor?>(null);
        Saves++;
        AfterSave();
        return Task.FromResult<Cursor?>(saved);
    }

    public Task<IReadOnlyList<Cursor>> All(CancellationToken cancel) => Task.FromResult(_cursors.All);

    public Task Delete(string channel, string name, CancellationToken cancel) => Task.FromResult(_cursors.Remove(Key(channel, name)));

    private static string Key(string channel, string name) => $"{channel}/{name}";
}
