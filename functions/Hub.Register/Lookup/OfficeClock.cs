using Hub.Register.Records;

namespace Hub.Register.Lookup;

/// <summary>An office's hours as moments: by its clock, with its holidays and what notices announced.</summary>
internal sealed class OfficeClock
{
    // Longer than any closure that somebody announces with its end.
    private const int Days = 400;

    private readonly TimeZoneInfo _zone;
    private readonly ILookup<DayOfWeek, OfficeHours> _hours;
    private readonly IReadOnlyList<TemporaryNotice> _closures;
    private readonly HolidayDates _holidays;

    private OfficeClock(AuthorityRestricted office, TimeZoneInfo zone)
    {
        _zone = zone;
        _hours = office.OfficeHours!.OrderBy(h => h.From).ToLookup(h => h.Day);
        _closures = [.. (office.TemporaryNotices ?? []).Where(n => n.Kind.Equals(Opening.Closure, StringComparison.OrdinalIgnoreCase))];
        _holidays = HolidayDates.In(office.PublicHolidays);
    }

    /// <summary>The clock of an office; null where its hours or its zone are not known.</summary>
    public static OfficeClock? Of(AuthorityRestricted office) =>
        office is { OfficeHours.Count: > 0, TimeZone: { } id } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? new(office, zone)
            : null;

    /// <summary>Whether it is open at a moment.</summary>
    public bool IsOpen(DateTimeOffset at) => Spans(at, 2).Any(s => s.From <= at && at < s.To);

    /// <summary>Whether it is open at a moment, and until or from when.</summary>
    public Opening At(DateTimeOffset at)
    {
        DateTimeOffset? end = null;
        foreach (var (from, to) in Spans(at, Days).Where(s => s.To > at))
            if (end is { } closes && from > closes)
                return new Opening.OpenUntil(Local(closes));
            else if (end is null && from > at)
                return new Opening.OpensAt(Local(from), Why(at));
            else
                end = end > to ? end : to;
        return end is not { } last ? new Opening.Closed(Why(at))
            : last > at.AddDays(Days - 3) ? new Opening.DayAndNight()
            : new Opening.OpenUntil(Local(last));
    }

    /// <summary>The times at which it is open within so many days from a moment; where one begins as another ends they are one.</summary>
    public IReadOnlyList<SharedTime> Open(DateTimeOffset at, int days)
    {
        var (open, end) = (new List<SharedTime>(), at.AddDays(days));
        foreach (var (from, to) in Spans(at, days + 2).Where(s => s.To > at && s.From < end).OrderBy(s => s.From))
            if (open is [.., var last] && from <= last.To)
                open[^1] = last with { To = to > last.To ? to : last.To };
            else
                open.Add(new(from > at ? from : at, to));
        return [.. open.Select(o => o with { To = o.To < end ? o.To : end })];
    }

    private ClosedBy Why(DateTimeOffset at) => DateOf(at) switch
    {
        var day when IsClosed(day) => ClosedBy.Notice,
        var day when _holidays.Contain(day) => ClosedBy.Holiday,
        _ => ClosedBy.Hours,
    };

    // From the day before, whose hours may go past midnight; whichever day hours begin on is theirs.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateTimeOffset at, int days)
    {
        var first = DateOf(at);
        return
            from i in Enumerable.Range(-1, days)
            let day = first.AddDays(i)
            where !IsClosed(day) && !_holidays.Contain(day)
            from hours in _hours[day.DayOfWeek]
            let start = Moment(day.ToDateTime(hours.From), isEnd: false)
            let end = Moment((hours.To > hours.From ? day : day.AddDays(1)).ToDateTime(hours.To), isEnd: true)
            where start < end
            select (start, end);
    }

    private bool IsClosed(DateOnly day) => _closures.Any(c => c.From <= day && (c.To is null || day <= c.To));

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    // What the clock shows twice, an office opens at the first time and closes at the second; what it leaves out is where it goes on.
    private DateTimeOffset Moment(DateTime local, bool isEnd)
    {
        if (_zone.IsAmbiguousTime(local))
            return new(local, isEnd ? _zone.GetAmbiguousTimeOffsets(local).Min() : _zone.GetAmbiguousTimeOffsets(local).Max());
        if (!_zone.IsInvalidTime(local))
            return new(local, _zone.GetUtcOffset(local));
        var before = local;
        while (_zone.IsInvalidTime(before))
            before = before.AddMinutes(-1);
        return new DateTimeOffset(before, _zone.GetUtcOffset(before)).AddMinutes(1);
    }
}
