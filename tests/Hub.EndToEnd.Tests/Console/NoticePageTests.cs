using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>A clerk's day with notices, by clicks and keys alone.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class NoticePageTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_French_note_by_mail_becomes_a_change_of_the_directory_and_mails_go_out()
    {
        var mission = await Hub.Mission("BEN", "fr");
        await Hub.Designate(await Hub.Office("BEN"), SampleNotices.Designation("BEN"));
        await Hub.Arrives(Letters.Mail(mission, "Note verbale BEN/7/2026", """
            Réf. BEN/7/2026

            La Mission permanente du Bénin présente ses compliments à l'Office des Nations Unies contre la drogue et le crime et a
            l'honneur de l'informer que le numéro de téléphone du Bureau MLA de BEN, autorité centrale pour l'entraide judiciaire, est désormais le +229 01 21 30 00 99.

            La Mission permanente saisit cette occasion pour renouveler à l'Office les assurances de sa très haute considération.
            """));
        var id = (string)(await Hub.Becomes("Note verbale BEN/7/2026", "NOTICE"))["notices"]![0]!;
        await Hub.Reaches(id, "REVIEW");

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.Follows("Notices");
        await amina.GetByLabel("State").SelectOptionAsync(new SelectOptionValue { Label = "Benin" });
        await amina.Presses("Show");
        await amina.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(amina.Locator("mark").Filter(new() { HasText = "+229 01 21 30 00 99" })).ToBeVisibleAsync();
        await Expect(amina.GetByRole(AriaRole.Row, new() { NameRegex = new("^Telephone") })).ToContainTextAsync("+229 01 21 30 00 99");
        await amina.Follows("Approve");
        await amina.Reads("everybody who relies on it is told");
        await amina.Presses("Approve");
        await amina.Reads("The directory says so now");
        await Hub.AllSent();
        await amina.Context.CloseAsync();

        var record = (await Hub.Secretariat.Get("api/authorities?state=BEN")).Expect(200).Json["items"]![0]!;
        Assert.Contains(record["phones"]!.AsArray(), p => (string?)p!["number"] == "+2290121300099");
        await Eventually(async () => (await Hub.Mailbox.Get($"control/delivered/{mission}")).Expect(200).Json.AsArray()
            .Any(m => m!.Words().Contains("+229 01 21 30 00 99", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_of_who_is_competent_wants_two_reviewers_and_neither_can_be_both()
    {
        var id = await Hub.Submit(await Hub.Office("TGO"), SampleNotices.Designation("TGO"));

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.GotoAsync($"/console/notices/{id}");
        await amina.Follows("Approve");
        await amina.Presses("Approve");
        await amina.Reads("A colleague has to approve it too");
        await Expect(amina.GetByRole(AriaRole.Link, new() { NameRegex = new("^Approve") })).ToHaveCountAsync(0);
        await amina.Reads("It wants two reviewers");

        var boris = await visitors.Person(Hub, "Boris Petrov");
        await boris.GotoAsync($"/console/notices/{id}");
        await boris.Reads("Amina Diallo");
        await boris.Follows("Approve as the second reviewer");
        await boris.Presses("Approve as the second reviewer");
        await boris.Reads("The directory says so now");
        await Hub.Reaches(id, "COMMITTED");
        await amina.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_nothing_is_decided_twice()
    {
        var id = await Hub.Submit(await Hub.Office("MLI"), SampleNotices.Designation("MLI"));
        var (amina, boris) = (await visitors.Person(Hub, "Amina Diallo"), await visitors.Person(Hub, "Boris Petrov"));
        foreach (var page in new[] { amina, boris })
        {
            await page.GotoAsync($"/console/notices/{id}");
            await page.Follows("Reject");
            await page.GetByLabel("Why").FillAsync($"rejected by {(page == amina ? "Amina" : "Boris")}");
        }
        await amina.Presses("Reject");
        await amina.Reads("You rejected it");
        await boris.Presses("Reject");
        await boris.Reads("Somebody else decided since you opened this page");

        var decisions = (await Hub.Secretariat.Get($"api/notices/{id}")).Expect(200).Json["decisions"]!.AsArray();
        Assert.Equal("rejected by Amina", (string?)Assert.Single(decisions)!["reason"]);
        await amina.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task Colleagues_share_their_work_and_leave_notes_that_only_they_read()
    {
        var office = await Hub.Office("GMB");
        var id = await Hub.Submit(office, SampleNotices.Designation("GMB"));
        var (amina, boris) = (await visitors.Person(Hub, "Amina Diallo"), await visitors.Person(Hub, "Boris Petrov"));
        await boris.GotoAsync($"/console/notices/{id}");
        await amina.GotoAsync($"/console/notices/{id}");
        await amina.Presses("I work on it");
        await amina.Reads("You work on it now");
        await amina.GetByText("Write a note for your colleagues").ClickAsync();
        await amina.GetByLabel("Note", new() { Exact = true }).FillAsync("The mission will send the decree.");
        await amina.Presses("Leave the note");
        await amina.Reads("The mission will send the decree.");
        await amina.GotoAsync("/console");
        await amina.Reads("that you work on");
        await amina.GotoAsync("/console/notices?hands=MINE");
        await amina.Reads("You work on it.");

        await boris.Presses("I work on it");
        await boris.Reads("Meanwhile a colleague took or gave back the work");
        await boris.Reads("Amina Diallo works on it");
        await boris.Presses("Take it over");
        await boris.Reads("in the place of a colleague");
        await boris.Reads("The mission will send the decree.");
        Assert.DoesNotContain(
            "decree", (await office.Get($"api/notices/{id}")).Expect(200).Json.ToJsonString(), StringComparison.Ordinal);
        await boris.Follows("Reject");
        await boris.GetByLabel("Why").FillAsync("No decree came.");
        await boris.Presses("Reject");
        await boris.Reads("You rejected it");
        await boris.GotoAsync("/console/people/actions");
        await boris.Reads("Left a note for colleagues");
        await amina.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_whose_session_ended_meanwhile_loses_nothing_of_what_was_typed()
    {
        var id = await Hub.Submit(await Hub.Office("NER"), SampleNotices.Designation("NER"));
        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.GotoAsync($"/console/notices/{id}");
        await amina.Follows("Ask the sender");
        await amina.GetByLabel("Your question").FillAsync("Which building <b>exactly</b>?");
        await amina.Context.ClearCookiesAsync();
        await amina.Presses("Ask the sender");
        await amina.Reads("Your session has ended");
        await amina.Reads("Which building <b>exactly</b>?");

        var again = await amina.Context.NewPageAsync();
        await again.GotoAsync("/sign-in");
        await again.Presses("Work as Amina Diallo (reviewer)");
        await amina.Presses("Send what I typed");
        // The form is of the session that ended: it is shown once more, with the token of this one.
        await amina.Presses("Send what I typed");
        await amina.Reads("The question stands at the notice");
        await Hub.Reaches(id, "QUERY");
        await amina.Context.CloseAsync();
    }

    [Fact]
    public async Task An_editor_sees_a_notice_and_decides_nothing()
    {
        var id = await Hub.Submit(await Hub.Office("CIV"), SampleNotices.Designation("CIV"));
        var clara = await visitors.Person(Hub, "Clara Weber");
        await clara.GotoAsync($"/console/notices/{id}");
        await clara.Reads("Now and will be");
        await Expect(clara.GetByRole(AriaRole.Link, new() { NameRegex = new("^Approve") })).ToHaveCountAsync(0);
        Assert.Equal(403, (await clara.GotoAsync($"/console/notices/{id}/decision?kind=APPROVE"))!.Status);
        await clara.Context.CloseAsync();
    }

    private static Task Eventually(Func<Task<bool>> condition) =>
        LocalProcesses.Eventually.True(condition, "the mission's mail tells of the new number", TimeSpan.FromMinutes(1));
}
