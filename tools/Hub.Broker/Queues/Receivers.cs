namespace Hub.Broker.Queues;

/// <summary>Who takes messages from a queue, each in its turn.</summary>
internal sealed class Receivers
{
    private readonly List<IReceiver> _all = [];
    private int _last;

    /// <summary>
    /// Takes one in, and lets go of those that are gone. A connection that breaks does so under the lock of the queue that sends on it:
    /// if its links left their queues at that moment, two that break at once could wait for each other for ever.
    /// </summary>
    public void Add(IReceiver receiver)
    {
        _all.RemoveAll(r => r.IsGone);
        _all.Add(receiver);
    }

    /// <summary>The next in turn that wants a message, or null.</summary>
    public IReceiver? Next()
    {
        for (var i = 1; i <= _all.Count; i++)
        {
            var turn = (_last + i) % _all.Count;
            if (_all[turn].IsGone || !_all[turn].WantsMore)
                continue;
            _last = turn;
            return _all[turn];
        }
        return null;
    }
}
