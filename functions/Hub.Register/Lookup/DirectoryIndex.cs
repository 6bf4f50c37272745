using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Lookup;

/// <summary>A page of the directory as readers get it, and where the next page begins.</summary>
/// <param name="Sequence">The event of the log it stands at.</param>
/// <param name="Json">The JSON: sequence and items.</param>
/// <param name="Next">The record after which the next page begins; null on the last.</param>
public sealed record DirectoryPage(long Sequence, ReadOnlyMemory<byte> Json, string? Next);

/// <summary>A snapshot in the order and by the keys that readers look for.</summary>
public sealed class DirectoryIndex
{
    private static readonly ConditionalWeakTable<RegisterSnapshot, DirectoryIndex> Indexes = [];
    private static readonly ConditionalWeakTable<Authority, byte[]> Written = [];

    // Readers ask the same few questions; whoever asks many others makes the answers be found anew, never kept without end.
    private const int MostPages = 256;
    private const int LargestPage = 256 * 1024;

    private readonly ConcurrentDictionary<(AuthorityQuery, DateOnly), DirectoryPage> _pages = new();
    private readonly RegisterSnapshot _register;
    private readonly Authority[] _all;
    private readonly FrozenDictionary<StateCode, Authority[]> _byState;
    private readonly FrozenDictionary<Matter, Authority[]> _byMatter;

    private DirectoryIndex(RegisterSnapshot register)
    {
        _register = register;
        _all = [.. register.Authorities.Values.OrderBy(a => a.State().Value, StringComparer.Ordinal)
            .ThenBy(a => a.Id, StringComparer.Ordinal)];
        _byState = _all.GroupBy(a => a.State()).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _byMatter = _all.SelectMany(a => a.Restricted.Designations.Select(d => d.Matter).Distinct().Select(m => (m, a)))
            .GroupBy(x => x.m, x => x.a).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The index of a snapshot, made once.</summary>
    public static DirectoryIndex Of(RegisterSnapshot register) => Indexes.GetValue(register, r => new(r));

    /// <summary>The page that a query asks for.</summary>
    public DirectoryPage Find(AuthorityQuery query, DateOnly day)
    {
        // Who is open changes by the minute: such a page is of no use to the next reader.
        if (query.OpenAt is not null)
            return Search(query, day);
        if (_pages.TryGetValue((query, day), out var known))
            return known;
        if (_pages.Count >= MostPages)
            _pages.Clear();
        var page = Search(query, day);
        return page.Json.Length <= LargestPage ? _pages[(query, day)] = page : page;
    }

    /// <summary>Every record, withdrawn ones too, as readers get them.</summary>
    public ReadOnlyMemory<byte> Whole() => Page(_register.Head.Sequence, _all);

    private DirectoryPage Search(AuthorityQuery query, DateOnly day)
    {
        var from = Candidates(query);
        var found = From(query.After, from).Where(a => query.Matches(a, _register, day)).Take(query.Limit + 1).ToList();
        var next = found.Count > query.Limit ? found[query.Limit - 1].Id : null;
        return new(_register.Head.Sequence, Page(_register.Head.Sequence, found.Take(query.Limit)), next);
    }

    // By its place in the order: the record itself may not be among those that are looked for.
    private IEnumerable<Authority> From(string? after, Authority[] candidates) =>
        after is not null && _register.Authorities.TryGetValue(after, out var last)
            ? candidates.SkipWhile(a => Compare(a, last) <= 0)
            : candidates;

    private static int Compare(Authority one, Authority other) =>
        string.CompareOrdinal(one.State().Value, other.State().Value) is not 0 and var byState
            ? byState
            : string.CompareOrdinal(one.Id, other.Id);

    // The records are written already and only joined here.
    private static ReadOnlyMemory<byte> Page(long sequence, IEnumerable<Authority> records)
    {
        var page = new ArrayBufferWriter<byte>();
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"sequence\":{sequence},\"items\":["), page);
        foreach (var (i, record) in records.Index())
        {
            if (i > 0)
                page.Write(","u8);
            page.Write(Json(record).Span);
        }
        page.Write("]}"u8);
        return page.WrittenMemory;
    }

    /// <summary>A record as readers get it; the same bytes until it changes.</summary>
    public static ReadOnlyMemory<byte> Json(Authority authority) =>
        Written.GetValue(authority, a => JsonSerializer.SerializeToUtf8Bytes(a.ForReaders(), HubJson.Options));

    private Authority[] Candidates(AuthorityQuery query) => query switch
    {
        { State: { } state } => _byState.GetValueOrDefault(state) ?? [],
        { Matter: { } matter } => _byMatter.GetValueOrDefault(matter) ?? [],
        _ => _all,
    };
}
