using Hub.EndToEnd.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>A law goes from its State's office into the library, and out of it again, by clicks and keys alone.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class LawPageTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_mission_tells_of_a_law_two_persons_approve_it_and_everybody_is_told()
    {
        var office = await visitors.Anybody(Hub);
        await office.OpensByMail(Hub, await Hub.Mission("MUS"), "/office");
        await office.Follows("Tell us of a law");
        await office.GetByLabel("Title", new() { Exact = true }).FillAsync("Mutual Assistance Act");
        await office.GetByLabel("Language of the title").SelectOptionAsync("en");
        await office.GetByLabel("Kind of text").SelectOptionAsync("ACT");
        await office.GetByLabel("Address at which the State publishes it").FillAsync("https://laws.gov.mu/2003/35");
        await office.GetByLabel("Where in the law").FillAsync("s. 4");
        await office.GetByLabel("Instrument").SelectOptionAsync("UNTOC");
        await office.GetByLabel("Article", new() { Exact = true }).FillAsync("18");
        await office.Presses("Check what it changes");
        // It lacks a day: that is asked at the field, and nothing typed is lost.
        await Expect(office.Locator("[id='law/dates/adopted-error']")).ToBeVisibleAsync();
        await Expect(office.GetByLabel("Where in the law")).ToHaveValueAsync("s. 4");
        await office.GetByLabel("Adopted on").FillAsync("2003-11-14");
        await office.Presses("Check what it changes");
        await office.Reads("Nothing is sent yet");
        await office.Presses("Send");
        await office.Reads("It was received under the reference on this page");
        var id = office.Url.Split('/')[^1].Split('?')[0];
        await Hub.Reaches(id, "REVIEW");

        // What was misread is corrected first, by somebody who does not decide.
        var clara = await visitors.Person(Hub, "Clara Weber");
        await clara.GotoAsync($"/console/notices/{id}");
        await clara.Follows("Correct what was read");
        await Expect(clara.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("Mutual Assistance Act");
        await clara.Locator("[id='law/number']").FillAsync("35 of 2003");
        await clara.Presses("Check what it changes");
        await clara.GetByLabel("Why it is corrected").FillAsync("The number stands on the first page.");
        await clara.Presses("Keep the correction");
        await clara.Reads("The correction is kept");
        await clara.Reads("35 of 2003");
        await clara.Context.CloseAsync();

        await Approves("Amina Diallo", id, "Approve");
        await Approves("Boris Petrov", id, "Approve as the second reviewer");
        await Hub.Reaches(id, "COMMITTED");
        await Hub.AllSent();
        var published = (await Hub.Events()).Single(e => (string?)e["data"]!["noticeId"] == id);
        Assert.Equal("directory.law.published", (string?)published["type"]);

        await office.GotoAsync($"/office/notices/{id}");
        await office.Reads("The Secretariat has approved it");
        await office.GotoAsync("/office/laws");
        await office.Follows("Mutual Assistance Act");
        await office.Presses("Confirm it as it stands");
        await office.Reads("It was received under the reference on this page");
        await office.Context.CloseAsync();
    }

    private async Task Approves(string name, string notice, string button)
    {
        var person = await visitors.Person(Hub, name);
        await person.GotoAsync($"/console/notices/{notice}");
        await person.Reads("Mutual Assistance Act");
        await person.Follows(button);
        await person.Presses(button);
        await person.Context.CloseAsync();
    }
}
