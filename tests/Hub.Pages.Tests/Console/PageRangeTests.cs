using Hub.Pages.Console.Lists;

namespace Hub.Pages.Tests.Console;

/// <summary>The addresses of a list: its pages, what was chosen taken back one by one, and its table for programs.</summary>
public sealed class PageRangeTests
{
    private static readonly PageRange Chosen =
        new(2, 50, 180, PageRange.AddressOf("/console/mails", ("status", "ALL"), ("state", null), ("text", "a b&c")));

    [Fact]
    public void What_was_chosen_stays_in_every_address()
    {
        Assert.Equal("/console/mails?status=ALL&text=a%20b%26c", Chosen.Address);
        Assert.Equal("/console/mails?status=ALL&text=a%20b%26c&page=3", Chosen.To(3));
        Assert.Equal("/console/mails/list.csv?status=ALL&text=a%20b%26c", Chosen.Csv);
    }

    [Fact]
    public void One_thing_that_was_chosen_is_taken_back_and_the_others_stay()
    {
        Assert.Equal("/console/mails?text=a%20b%26c", Chosen.Without("status"));
        Assert.Equal("/console/mails?status=ALL", Chosen.Without("text"));
        Assert.Equal("/console/mails", new PageRange(1, 50, 3, "/console/mails?text=x").Without("text"));
    }

    [Fact]
    public void Where_nothing_was_chosen_the_address_is_the_lists()
    {
        var all = new PageRange(1, 50, 3, PageRange.AddressOf("/console/mails", ("state", null)));
        Assert.False(all.IsChosen);
        Assert.Equal(("/console/mails", "/console/mails/list.csv", "/console/mails?page=2"), (all.Path, all.Csv, all.To(2)));
    }

    [Theory]
    [InlineData(0, 1, 1, 50)]
    [InlineData(3, 3, 101, 120)]
    [InlineData(99, 3, 101, 120)]
    public void A_page_that_is_not_there_is_the_nearest_that_is(int asked, int number, int first, int last)
    {
        var (range, items) = PageRange.Of([.. Enumerable.Range(1, 120)], asked, 50, "/list");
        Assert.Equal((number, first, last), (range.Number, range.First, range.Last));
        Assert.Equal((first, last), (items[0], items[^1]));
    }
}
