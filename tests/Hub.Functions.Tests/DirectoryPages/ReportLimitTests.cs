using Hub.Functions.Directory;
using Hub.Notices.Access;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.DirectoryPages;

public sealed class ReportLimitTests
{
    [Fact]
    public void A_reader_reports_so_many_errors_an_hour_and_another_reader_is_another()
    {
        var clock = new FakeTimeProvider();
        var limit = new ReportLimit(clock);
        var (one, other) = (new Caller("one", CallerKind.Reader), new Caller("other", CallerKind.Reader));
        Assert.All(Enumerable.Range(0, ReportLimit.Most), _ => Assert.True(limit.Take(one)));
        Assert.False(limit.Take(one));
        Assert.True(limit.Take(other));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(limit.Take(one));
    }
}
