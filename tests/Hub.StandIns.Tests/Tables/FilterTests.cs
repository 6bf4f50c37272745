using System.Linq.Expressions;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

public sealed class FilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 3, 14, 0, 0, 250, TimeSpan.FromHours(2));
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void Interpolated_values_are_written_as_their_types_ask_for()
    {
        var day = new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal("A eq 'O''Brien' and B eq true", TableClient.CreateQueryFilter($"A eq {"O'Brien"} and B eq {true}"));
        Assert.Equal("A ge -5 and B lt 9000000000L", TableClient.CreateQueryFilter($"A ge {-5} and B lt {9_000_000_000L}"));
        Assert.Equal("A eq 0.5 and B eq 3.0 and C eq 1E+300", TableClient.CreateQueryFilter($"A eq {0.5} and B eq {3d} and C eq {1e300}"));
        Assert.Equal($"A eq guid'{Id}'", TableClient.CreateQueryFilter($"A eq {Id}"));
        Assert.Equal("A lt datetime'2026-02-03T12:00:00.25Z'", TableClient.CreateQueryFilter($"A lt {Noon}"));
        Assert.Equal("A lt datetime'2026-02-03T00:00:00Z'", TableClient.CreateQueryFilter($"A lt {day}"));
        Assert.Equal("not (A eq '{0}')", TableClient.CreateQueryFilter($"not (A eq {"{0}"})"));
    }

    [Fact]
    public void Interpolated_values_that_no_filter_can_say_are_refused()
    {
        string? nothing = null;

        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {nothing}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {Kind.Court}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {double.NaN}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new byte[] { 1 }}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {1m}"));
    }

    [Fact]
    public void Expressions_compare_properties_with_captured_values()
    {
        var (name, limit) = ("O'Brien", 9_000_000_000L);
        var holder = new { Inner = new { Name = "deep" } };

        Says("Name eq 'O''Brien'", a => a.Name == name);
        Says("Name ne 'deep'", a => a.Name != holder.Inner.Name);
        Says("Sequence gt 9000000000L", a => a.Sequence > limit);
        Says("Sequence eq 5L", a => a.Sequence == 5);
        Says("Count lt 3", a => a.Count < 3);
        Says("Maybe ge 3", a => a.Maybe >= 3);
        Says("Maybe ge 3", a => a.Maybe!.Value >= 3);
        Says("Share ge 2.0", a => a.Share >= 2);
        Says($"Id eq guid'{Id}'", a => a.Id == Id);
        Says("Since lt datetime'2026-02-03T12:00:00.25Z'", a => a.Since < Noon);
        Says("Timestamp gt datetime'2026-02-02T12:00:00.25Z'", a => a.Timestamp > Noon.AddDays(-1));
        Says("Since gt datetime'2026-01-01T00:00:00Z'", a => a.Since > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Says("urgent_channel eq 'e-EVIDENCE'", a => a.Channel == "e-EVIDENCE");
    }

    [Fact]
    public void Expressions_join_negate_and_test_flags()
    {
        Says("Active eq true", a => a.Active);
        Says("not (Active eq true)", a => !a.Active);
        Says("Active eq false", a => a.Active == false);
        Says("((Count gt 1) and (Active eq true)) or (not (Name eq 'x'))", a => (a.Count > 1 && a.Active) || !(a.Name == "x"));
    }

    [Fact]
    public void Expressions_order_strings_by_CompareTo()
    {
        var from = "event-000000000041";

        Says("RowKey gt 'event-000000000041'", a => a.RowKey.CompareTo(from) > 0);
        Says("RowKey ge 'event-000000000041'", a => a.RowKey.CompareTo(from) >= 0);
        Says("RowKey lt 'event-000000000041'", a => a.RowKey.CompareTo(from) < 0);
        Says($"Id eq guid'{Id}'", a => a.Id.Equals(Id));
    }

    [Fact]
    public void Expressions_reach_the_properties_of_a_TableEntity()
    {
        Assert.Equal("Name eq 'x'", TableClient.CreateQueryFilter<TableEntity>(e => e.GetString("Name") == "x"));
        Assert.Equal("Count gt 2", TableClient.CreateQueryFilter<TableEntity>(e => e.GetInt32("Count") > 2));
        Assert.Equal("Name eq 'x'", TableClient.CreateQueryFilter<TableEntity>(e => (string)e["Name"] == "x"));
    }

    [Fact]
    public void Expressions_that_no_filter_can_say_are_refused()
    {
        var wide = 5L;
        var kind = Kind.Court;

        Refuses(a => a.Name!.StartsWith("xy", StringComparison.Ordinal));
        Refuses(a => a.Name!.Length > 3);
        Refuses(a => a.Name == a.Channel);
        Refuses(a => a.Kind == kind);
        Refuses(a => a.Count == wide);
        Refuses(a => a.Maybe.HasValue);
        Refuses(a => string.Equals(a.Name, "x", StringComparison.OrdinalIgnoreCase));
        Refuses(a => string.Compare(a.Name, "x", StringComparison.Ordinal) >= 0);
        Refuses(a => string.CompareOrdinal(a.Name, "x") >= 0);
        Refuses(a => wide >= a.Sequence);
        Refuses(a => a.Count + 1 > 3);
        Refuses(a => a.RowKey.CompareTo("x") > 1);
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter<Authority>(a => a.Name == null));
    }

    private static void Says(string filter, Expression<Func<Authority, bool>> expression) =>
        Assert.Equal(filter, TableClient.CreateQueryFilter(expression));

    private static void Refuses(Expression<Func<Authority, bool>> expression) =>
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter(expression));
}
