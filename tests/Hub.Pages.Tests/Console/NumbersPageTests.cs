using System.Text;
using Hub.Notices.Numbers;
using Hub.Pages.Console.Numbers;
using Hub.Pages.Site;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

public sealed class NumbersPageTests
{
    private static readonly MonthSpan Span = new(new(new(2026, 1, 1)), new(new(2026, 2, 1)));

    private static readonly NumbersView View = new(Span, Span.Months)
    {
        States = [new("SEN", [2, 1]), new("XAA", [0, 1])],
        Kinds = [new("WITHDRAWAL", [2, 1]), new("", [0, 1])],
        Channels = [new("MAIL", [2, 2])],
        Decisions = [new(Span.From, 2, TimeSpan.FromHours(7), TimeSpan.FromDays(9)), new(Span.To, 0, null, null)],
        Confirmed = [new(Span.From, 0, 0), new(Span.To, 3, 2)],
        Mails = [new(Span.From, 40, 2), new(Span.To, 0, 0)],
        Names = new Dictionary<string, string> { ["SEN"] = "Senegal", ["XAA"] = "Arvenia" },
    };

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void Each_number_stands_in_a_chart_and_in_a_table_without_a_style_or_a_script(Language language)
    {
        var html = NumbersHtml.Numbers(new Visit(language, "/console/numbers", DateTimeOffset.UnixEpoch), View);

        Assert.Equal(Enum.GetValues<NumbersTable>().Length, Count(html, "<ul class=\"hub-bars\""));
        Assert.Equal(Enum.GetValues<NumbersTable>().Length, Count(html, "<table "));
        Assert.Contains("67", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void States_with_as_many_notices_stand_in_the_order_of_their_names_and_names_are_whole()
    {
        const string Long = "Bolivia (Plurinational State of)";
        var view = View with
        {
            States = [new("CHE", [1, 0]), new("BOL", [1, 0]), new("XAA", [2, 0]), new("DEU", [0, 1])],
            Names = new Dictionary<string, string> { ["CHE"] = "Switzerland", ["BOL"] = Long, ["XAA"] = "Arvenia", ["DEU"] = "Germany" },
        };
        var html = NumbersHtml.Numbers(new Visit(Language.English, "/console/numbers", DateTimeOffset.UnixEpoch), view);
        string[] names = ["Arvenia", Long, "Germany", "Switzerland"];
        Assert.Equal(
            names, names.OrderBy(n => html.IndexOf($"<span class=\"hub-bars__name\">{n}</span>", StringComparison.Ordinal)));
        Assert.All(names, n => Assert.Contains($"<span class=\"hub-bars__name\">{n}</span>", html, StringComparison.Ordinal));
        Assert.Contains(">Jan 2026<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_for_programs_has_a_row_for_each_month_and_each_State()
    {
        var csv = Encoding.UTF8.GetString(NumbersHtml.Csv(View, NumbersTable.States));

        Assert.Equal(["2026-01,SEN,2", "2026-02,SEN,1", "2026-01,XAA,0", "2026-02,XAA,1"],
            csv.Replace("\"", "", StringComparison.Ordinal).Split("\r\n").Skip(1).Where(l => l.Length > 0));
    }

    [Fact]
    public void The_file_of_a_table_names_its_months() =>
        Assert.Equal("states-2026-01-2026-02.csv", NumbersAddress.File(NumbersTable.States, Span));

    [Fact]
    public void Months_without_anything_are_shown_as_such()
    {
        var none = View with { States = [], Kinds = [], Channels = [], Mails = [new(Span.From, 0, 0), new(Span.To, 0, 0)] };

        Assert.Contains("No notice came in these months.", NumbersHtml.Numbers(
            new Visit(Language.English, "/console/numbers", DateTimeOffset.UnixEpoch), none), StringComparison.Ordinal);
    }

    private static int Count(string html, string what) => html.Split(what).Length - 1;
}
