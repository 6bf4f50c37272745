using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;
using Microsoft.Extensions.Primitives;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>The query options of a request for messages. An option that is not answered is refused, never passed over.</summary>
public sealed record MessageQuery
{
    private const int DefaultTop = 10;
    private const int MostTop = 1000;

    public IReadOnlySet<string>? Select { get; private init; }

    public int Top { get; private init; } = DefaultTop;

    public int Skip { get; private init; }

    public bool Count { get; private init; }

    public MessageFilter? Filter { get; private init; }

    public string OrderBy { get; private init; } = "receivedDateTime";

    public bool Descending { get; private init; } = true;

    public MessageExpand Expand { get; private init; } = new("");

    public static MessageQuery Of(HttpRequest request)
    {
        var query = request.Query.Aggregate(new MessageQuery(), (q, option) => q.With(option.Key, option.Value));
        if (request.Query.ContainsKey("$orderby") && query.Filter is { } filter && !filter.StartsWith(query.OrderBy))
            throw GraphException.BadRequest("InefficientFilter", "The restriction or sort order is too complex for this operation.");
        return query;
    }

    /// <summary>The messages asked for, in the order asked for, before paging.</summary>
    public IReadOnlyList<MailMessage> Apply(IEnumerable<MailMessage> messages)
    {
        var found = messages.Where(m => Filter?.Matches(m) ?? true);
        return Descending
            ? [.. found.OrderByDescending(Key, StringComparer.Ordinal).ThenByDescending(m => m.Change)]
            : [.. found.OrderBy(Key, StringComparer.Ordinal).ThenBy(m => m.Change)];
    }

    private string Key(MailMessage message) => message.Text(OrderBy);

    private MessageQuery With(string option, StringValues value) => option.ToUpperInvariant() switch
    {
        "$SELECT" => this with { Select = Names(value.ToString()) },
        "$TOP" => this with { Top = Number(option, value, 1, MostTop) },
        "$SKIP" => this with { Skip = Number(option, value, 0, int.MaxValue) },
        "$COUNT" => this with { Count = value == "true" },
        "$FILTER" => this with { Filter = new MessageFilter(value.ToString()) },
        "$EXPAND" => this with { Expand = new MessageExpand(value.ToString()) },
        "$ORDERBY" => Ordered(value.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        _ => throw GraphException.NotSimulated($"the query option {option}"),
    };

    private static HashSet<string> Names(string select) =>
        select.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private MessageQuery Ordered(string[] words) => words switch
    {
        [var property] when Known(property) => this with { OrderBy = property, Descending = false },
        [var property, "asc"] when Known(property) => this with { OrderBy = property, Descending = false },
        [var property, "desc"] when Known(property) => this with { OrderBy = property, Descending = true },
        _ => throw GraphException.NotSimulated($"$orderby={string.Join(' ', words)}; use a date or the subject"),
    };

    private static bool Known(string property) =>
        property is "receivedDateTime" or "sentDateTime" or "createdDateTime" or "lastModifiedDateTime" or "subject";

    private static int Number(string option, StringValues value, int least, int most) =>
        int.TryParse(value, out var number) && number >= least && number <= most
            ? number
            : throw GraphException.BadRequest("BadRequest", $"Invalid value '{value}' for {option} query option: from {least} to {most}.");
}
