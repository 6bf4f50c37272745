using System.Globalization;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>The part of OData's $filter that is answered for messages.</summary>
public sealed class MessageFilter
{
    private static readonly string[] Dates = ["receivedDateTime", "sentDateTime", "createdDateTime", "lastModifiedDateTime"];

    private static readonly string[] Texts =
        ["internetMessageId", "conversationId", "subject", "isDraft", "isRead", "hasAttachments", "importance", "parentFolderId"];

    private readonly FilterTokens _tokens;
    private readonly List<string> _properties = [];
    private readonly Func<MailMessage, bool> _matches;

    public MessageFilter(string filter)
    {
        _tokens = new FilterTokens(filter);
        _matches = Or();
        if (!_tokens.AtEnd)
            throw _tokens.Invalid();
    }

    /// <summary>Whether the first property it names is this one, as Exchange wants of a filter that comes with an order.</summary>
    public bool StartsWith(string property) => _properties is [var first, ..] && first == property;

    public bool Matches(MailMessage message) => _matches(message);

    private Func<MailMessage, bool> Or()
    {
        var left = And();
        while (_tokens.Accept("or"))
        {
            var (one, other) = (left, And());
            left = m => one(m) || other(m);
        }
        return left;
    }

    private Func<MailMessage, bool> And()
    {
        var left = Term();
        while (_tokens.Accept("and"))
        {
            var (one, other) = (left, Term());
            left = m => one(m) && other(m);
        }
        return left;
    }

    private Func<MailMessage, bool> Term()
    {
        if (_tokens.Accept("("))
        {
            var inner = Or();
            _tokens.Expect(")");
            return inner;
        }
        if (_tokens.Accept("startswith"))
            return Prefix();
        return _tokens.Accept("singleValueExtendedProperties/any") ? ExtendedProperty() : Comparison();
    }

    private Func<MailMessage, bool> Prefix()
    {
        _tokens.Expect("(");
        var property = Known(_tokens.Next());
        _tokens.Expect(",");
        var start = _tokens.Literal();
        _tokens.Expect(")");
        return m => m.Text(property).StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }

    private Func<MailMessage, bool> ExtendedProperty()
    {
        _tokens.Expect("(");
        var item = _tokens.Next();
        _tokens.Expect(":");
        _tokens.Expect($"{item}/id");
        _tokens.Expect("eq");
        var id = _tokens.Literal();
        _tokens.Expect("and");
        _tokens.Expect($"{item}/value");
        var compare = Operator(_tokens.Next());
        var value = _tokens.Literal();
        _tokens.Expect(")");
        return m => m.ExtendedProperty(id) is { } actual && compare(string.CompareOrdinal(actual, value));
    }

    private Func<MailMessage, bool> Comparison()
    {
        var property = Known(_tokens.Next());
        _properties.Add(property);
        var compare = Operator(_tokens.Next());
        var value = _tokens.Literal();
        if (property == "from/emailAddress/address")
            return m => compare(string.Compare(m.Sender, value, StringComparison.OrdinalIgnoreCase));
        if (!Dates.Contains(property))
            return m => compare(string.Compare(m.Text(property), value, StringComparison.OrdinalIgnoreCase));
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? m => m.When(property) is { } at && compare(at.CompareTo(date))
            : throw _tokens.Invalid();
    }

    private static string Known(string property) =>
        Dates.Concat(Texts).Append("from/emailAddress/address")
            .FirstOrDefault(p => string.Equals(p, property, StringComparison.OrdinalIgnoreCase))
        ?? throw GraphException.NotSimulated($"$filter on {property}");

    private Predicate<int> Operator(string word) => word.ToUpperInvariant() switch
    {
        "EQ" => c => c == 0,
        "NE" => c => c != 0,
        "GT" => c => c > 0,
        "GE" => c => c >= 0,
        "LT" => c => c < 0,
        "LE" => c => c <= 0,
        _ => throw _tokens.Invalid(),
    };
}
