namespace Hub.Broker.Queues;

/// <summary>The messages of one queue, found by number, by lock, by turn and by the time that something is due.</summary>
internal sealed class MessageStore
{
    private static readonly Comparer<QueuedMessage> ByNumber = Comparer<QueuedMessage>.Create(
        (a, b) => a.SequenceNumber.CompareTo(b.SequenceNumber));

    private static readonly Comparer<QueuedMessage> ByDue = Comparer<QueuedMessage>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.SequenceNumber.CompareTo(b.SequenceNumber));

    private readonly SortedDictionary<long, QueuedMessage> _all = [];
    private readonly SortedSet<QueuedMessage> _ready = new(ByNumber);
    private readonly SortedSet<QueuedMessage> _due = new(ByDue);
    private readonly Dictionary<Guid, QueuedMessage> _locked = [];

    public int Count => _all.Count;

    public long Bytes { get; private set; }

    /// <summary>The message whose turn it is, or null.</summary>
    public QueuedMessage? NextReady => _ready.Min;

    /// <summary>The message to which something happens next, or null.</summary>
    public QueuedMessage? NextDue => _due.Min;

    public QueuedMessage? Locked(Guid token) => _locked.GetValueOrDefault(token);

    public QueuedMessage? Find(long sequenceNumber) => _all.GetValueOrDefault(sequenceNumber);

    public IEnumerable<QueuedMessage> From(long sequenceNumber) => _all.Values.Where(m => m.SequenceNumber >= sequenceNumber);

    public void Add(QueuedMessage message)
    {
        _all.Add(message.SequenceNumber, message);
        Bytes += message.Content.Bytes;
        Enter(message);
    }

    public void Remove(QueuedMessage message)
    {
        Leave(message);
        Bytes -= message.Content.Bytes;
        _all.Remove(message.SequenceNumber);
    }

    /// <summary>Every change of a message goes through here, for it stands elsewhere afterwards.</summary>
    public void Change(QueuedMessage message, Action<QueuedMessage> change)
    {
        Leave(message);
        Bytes -= message.Content.Bytes;
        change(message);
        Bytes += message.Content.Bytes;
        Enter(message);
    }

    private void Enter(QueuedMessage message)
    {
        _due.Add(message);
        if (message.State == MessageState.Ready)
            _ready.Add(message);
        else if (message.State == MessageState.Locked)
            _locked.Add(message.LockToken, message);
    }

    private void Leave(QueuedMessage message)
    {
        _due.Remove(message);
        _ready.Remove(message);
        _locked.Remove(message.LockToken);
    }
}
