using Hub.InMemory;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>One cursor of a <see cref="FakeChannel"/>, its log and its clock.</summary>
internal sealed class CursorRig
{
    public ManualClock Clock { get; } = new();

    public MemoryCursors Cursors { get; } = new();

    public MemoryRegister Register { get; } = new();

    public FakeChannel Channel { get; } = new();

    public Cursor Cursor => Cursors["fake", "one"];

    public void Start(int events, Func<Cursor, Cursor>? with = null)
    {
        Register.Grow(events);
        var cursor = new Cursor { Channel = "fake", Name = "one" };
        Cursors.Put(with?.Invoke(cursor) ?? cursor);
    }

    public Task<RunResult> Run(TimeSpan shortWait = default) => Runner(shortWait).Run(Channel, "one", default);

    public CursorRunner Runner(TimeSpan shortWait = default) =>
        new(Cursors, Register, new(Failures, new FixedIdentifiers(), Clock), new FixedIdentifiers(), Clock) { ShortWait = shortWait };

    public MemoryFailures Failures { get; } = new();
}
