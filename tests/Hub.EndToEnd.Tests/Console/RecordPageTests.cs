using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>Records, what is wrong with them, and numbers, by clicks and keys alone.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class RecordPageTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_record_is_found_by_words_of_its_name_and_shows_what_it_was_and_what_touched_it()
    {
        var record = await Hub.Designate(await Hub.Office("GIN"), SampleNotices.Designation("GIN"));
        await Hub.Approve(
            await Hub.Submit(await Hub.Office("GIN"), SampleNotices.Comment("GIN", record, "Requests are read on weekdays.")));

        var clara = await visitors.Person(Hub, "Clara Weber");
        await clara.Follows("Records");
        await clara.GetByLabel("Name").FillAsync("bureau mla gin");
        await clara.Presses("Show");
        await clara.Follows("Office for MLA of GIN");
        await clara.Reads("Requests are read on weekdays.");
        await clara.Reads("What to look at");
        await clara.Reads("Lacks: ");
        await Expect(clara.GetByRole(AriaRole.Link, new() { Name = "Correct this record" }))
            .ToHaveAttributeAsync("href", $"/console/notices/new?record={record}&task=CORRECTION");
        await clara.Presses("Compare");
        await Expect(clara.GetByRole(AriaRole.Row, new() { NameRegex = new("^Comments nothing") })).ToBeVisibleAsync();

        await clara.GotoAsync($"/console/records/{record}");
        await clara.Follows("Guinea");
        await clara.Reads("No notice of this State is open.");
        await clara.Context.CloseAsync();
    }

    [Fact]
    public async Task A_record_that_never_was_is_said_to_be_none_with_a_way_on()
    {
        var clara = await visitors.Person(Hub, "Clara Weber");
        Assert.Equal(404, (await clara.GotoAsync("/console/records/0195-never"))!.Status);
        await clara.Reads("There is no such record");
        await clara.Follows("Look for a record");
        await clara.Reads("Find the record of an authority");
        await clara.Context.CloseAsync();
    }

    [Fact]
    public async Task Numbers_show_a_chart_and_a_table_of_each_and_weigh_little()
    {
        await Hub.Designate(await Hub.Office("GNB"), SampleNotices.Designation("GNB"));

        var clara = await visitors.Person(Hub, "Clara Weber");
        await clara.Follows("Numbers");
        await clara.Reads("Guinea-Bissau");
        await Expect(clara.Locator(".hub-bars")).ToHaveCountAsync(6);
        await Expect(clara.GetByRole(AriaRole.Table)).ToHaveCountAsync(6);
        Assert.True((await clara.ContentAsync()).Length < 100_000);
        await clara.Context.CloseAsync();
    }
}
