using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>
/// An edition is planned, published by two people and followed to its last mail; and who gets such mails is set, by clicks and keys alone.
/// On the hub of the screens: of one half-year there is one edition, and another hub publishes it by API.
/// </summary>
[Collection(SharedScreensCollection.Name)]
public sealed class EditionPeopleTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task An_edition_is_planned_published_by_two_people_and_followed_to_its_last_mail()
    {
        var mission = await Hub.Mission("GHA", "en");
        var clara = await visitors.Person(Hub, "Clara Weber");
        await clara.Follows("Editions");
        await clara.Follows("Plan an edition");
        await clara.Presses("Make the plan");
        var id = (await clara.Locator("h1").InnerTextAsync()).Replace("Plan of edition ", "", StringComparison.Ordinal);
        await clara.Reads("To look at first");
        await clara.Follows("See the mail as a recipient would get it");
        await clara.GetByLabel("State").SelectOptionAsync(new SelectOptionValue { Label = "Ghana" });
        await clara.Presses("Show");
        await clara.Reads("https://preview.invalid/");
        await clara.GoBackAsync();
        await clara.GoBackAsync();
        await clara.Presses("Ask a second person to publish it");
        await clara.Reads("why it is to be published now");
        await clara.GetByLabel("Why now").FillAsync("Everything is looked at.");
        await clara.Presses("Ask a second person to publish it");
        await clara.Reads("A second person is asked to publish it");
        await Expect(clara.GetByLabel("Type the name of the edition")).ToHaveCountAsync(0);

        var boris = await visitors.Person(Hub, "Boris Petrov");
        await boris.Follows("Editions");
        await boris.Follows($"Look at edition {id}");
        await boris.Reads("Everything is looked at.");
        await boris.GetByLabel("Type the name of the edition").FillAsync("1999/1");
        await boris.Locator("button[value=publish]").ClickAsync();
        await boris.Reads("That is not the name of the edition");
        await boris.GetByLabel("Type the name of the edition").FillAsync(id);
        await boris.Locator("button[value=publish]").ClickAsync();
        await boris.Reads("You have had the edition published");

        await LocalProcesses.Eventually.True(
            async () => (await Hub.Secretariat.Get($"api/editions/{id.Replace('/', '-')}")).Expect(200)["status"] == "PUBLISHED",
            "the edition is published", TimeSpan.FromMinutes(2));
        await Hub.AllSent();
        await boris.Follows("Editions");
        await boris.Follows(id);
        await boris.Reads("It is published");
        await boris.Reads("Clara Weber");
        await boris.Reads("Boris Petrov");
        await boris.GetByLabel("Status").SelectOptionAsync(new SelectOptionValue { Label = "sent" });
        await boris.Presses("Show");
        await boris.Reads(mission);
        await clara.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_asked_for_an_edition_takes_it_back_and_a_second_person_with_an_old_page_publishes_nothing()
    {
        var (amina, boris) = (await visitors.Person(Hub, "Amina Diallo"), await visitors.Person(Hub, "Boris Petrov"));
        await amina.GotoAsync("/console/editions/new");
        await amina.Presses("Make the plan");
        var id = (await amina.Locator("h1").InnerTextAsync()).Replace("Plan of edition ", "", StringComparison.Ordinal);
        await amina.GetByLabel("Why now").FillAsync("A try.");
        await amina.Presses("Ask a second person to publish it");
        await boris.GotoAsync("/console/editions");
        await boris.Follows($"Look at edition {id}");
        await amina.Presses("Take my request back");
        await amina.Reads("Your request is taken back");
        await boris.GetByLabel("Type the name of the edition").FillAsync(id);
        await boris.Locator("button[value=publish]").ClickAsync();
        await boris.Reads("Nobody asks for edition");
        Assert.Equal(404, (await Hub.Secretariat.Get($"api/editions/{id.Replace('/', '-')}")).Status);
        await amina.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_adds_a_mission_finds_it_by_its_address_and_sets_another_one_and_others_only_look()
    {
        var daniel = await visitors.Person(Hub, "Daniel Osei");
        await daniel.Follows("Recipients");
        await daniel.Follows("Add a mission or another office");
        await daniel.GetByLabel("Name").FillAsync("Permanent Mission of Togo");
        await daniel.GetByLabel("Mail address", new() { Exact = true }).FillAsync("not an address");
        await daniel.Presses("Save");
        await daniel.Reads("Choose its State.");
        await daniel.GetByLabel("State").SelectOptionAsync(new SelectOptionValue { Label = "Togo" });
        await daniel.Presses("Save");
        await daniel.Reads("The address is not one mail address");
        await Expect(daniel.GetByLabel("Name")).ToHaveValueAsync("Permanent Mission of Togo");
        await daniel.GetByLabel("Mail address", new() { Exact = true }).FillAsync("first@togo.example");
        await daniel.Presses("Save");
        await daniel.Reads("The recipient is saved");

        await daniel.Follows("Recipients");
        await daniel.GetByLabel("Find by mail address").FillAsync("first@togo");
        await daniel.Presses("Find");
        Assert.DoesNotContain("togo", daniel.Url, StringComparison.Ordinal);
        await daniel.Follows("Permanent Mission of Togo");
        await daniel.Follows("Change address and language");
        await daniel.GetByLabel("Mail address", new() { Exact = true }).FillAsync("second@togo.example");
        await daniel.Presses("Save");
        await daniel.Reads("Say in 1 to 500 characters why");
        await daniel.GetByLabel("Why the address or what it may say changes").FillAsync("Their note of May.");
        await daniel.Presses("Save");
        await daniel.Reads("second@togo.example");
        await daniel.Reads("first@togo.example, until");
        await daniel.Follows("End all links that were sent to it");
        await daniel.Presses("End all links that were sent to it");
        await daniel.Reads("have stopped working");

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.GotoAsync(daniel.Url);
        await amina.Reads("second@togo.example");
        await Expect(amina.GetByRole(AriaRole.Link, new() { Name = "Change address and language" })).ToHaveCountAsync(0);
        Assert.Equal(403, (await amina.GotoAsync("/console/recipients/new"))!.Status);
        await daniel.Context.CloseAsync();
        await amina.Context.CloseAsync();
    }

    [Fact]
    public async Task A_table_of_missions_says_what_it_would_change_before_it_does()
    {
        var daniel = await visitors.Person(Hub, "Daniel Osei");
        await daniel.GotoAsync("/console/recipients/import");
        await daniel.GetByLabel("Table (CSV, in UTF-8)").SetInputFilesAsync(new FilePayload
        {
            Name = "missions.csv", MimeType = "text/csv",
            Buffer = "state,name,address,language\nGabon,Mission of Gabon,office@gabon.example,fr\nNowhere,N,n@n.example,fr\n"u8.ToArray(),
        });
        await daniel.Presses("Show what would change");
        await daniel.Reads("New: 1. Changed: 0. The same: 0. Cannot be taken, and left out: 1.");
        await daniel.Presses("Take over (1)");
        await daniel.Reads("The table is taken over");
        await daniel.GetByLabel("Name").FillAsync("Gabon");
        await daniel.Presses("Show");
        await daniel.Reads("office@gabon.example");
        await daniel.Context.CloseAsync();
    }
}
