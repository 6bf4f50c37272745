using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>What a clerk does with mails that wait for a person, with paper, and with what was misread.</summary>
[Collection(SharedScreensCollection.Name)]
public sealed class MailPageTests(SharedHub shared, Visitors visitors)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_mail_that_nobody_could_read_becomes_a_notice_in_the_prefilled_editor_and_a_colleague_approves_it()
    {
        var mission = await Hub.Mission("LBR", "en");
        await Hub.Designate(await Hub.Office("LBR"), SampleNotices.Designation("LBR"));
        await Hub.Arrives(Letters.Mail(mission, "Nota LBR/1", """
            Постоянное представительство свидетельствует свое уважение и сообщает новые данные.

            тел. +220 442 0199

            Вена, 3 марта 2026 г.
            """));
        var mail = (string)(await Hub.Becomes("Nota LBR/1", "TO_READ"))["id"]!;

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.Follows("Mail");
        await amina.Follows("Nota LBR/1");
        await amina.Follows("Make a notice of it");
        await Expect(amina.GetByLabel("State", new() { Exact = true })).ToHaveValueAsync("LBR");
        await amina.GetByLabel("Contact details of an authority change").CheckAsync();
        await amina.Presses("Go on");
        await amina.GetByRole(AriaRole.Radio).First.CheckAsync();
        await amina.Presses("Go on");
        // What was found in the mail stands in the fields already, and the mail beside them.
        await amina.Reads("тел. +220 442 0199");
        await Expect(amina.Locator("[name='record/phones/0/number']")).ToHaveValueAsync("+2204420199");
        await amina.Locator("[name='record/phones/0/number']").FillAsync("tomorrow");
        await amina.Presses("Check what it changes");
        await Expect(amina.Locator("[id='record/phones/0/number-error']")).ToBeVisibleAsync();
        await amina.Locator("[name='record/phones/0/number']").FillAsync("+220 442 0198");
        await amina.Presses("Check what it changes");
        await amina.Reads("+220 4420198");
        await amina.Presses("Send the notice");
        await amina.Reads("The notice was sent");
        await amina.Follows("Approve");
        await amina.Presses("Approve");
        await amina.Reads("A colleague has the last word");

        var boris = await visitors.Person(Hub, "Boris Petrov");
        await boris.GotoAsync(amina.Url.Split("/decision")[0]);
        await boris.Follows("Approve");
        await boris.Presses("Approve");
        await boris.Reads("The directory says so now");
        Assert.Equal("NOTICE", (string?)(await Hub.Secretariat.Get($"api/mails/{mail}")).Expect(200).Json["status"]);
        await amina.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task A_held_mail_is_released_after_a_call_to_a_number_of_the_directory_and_never_to_one_of_its_own()
    {
        await Hub.Designate(await Hub.Office("STP"), SampleNotices.Designation("STP"));
        await Hub.Arrives(Letters.Mail("somebody@elsewhere.example", "Note STP/1", """
            Ref. STP/1

            The Permanent Mission of Sao Tome and Principe presents its compliments to the Office and has the honour to inform it that the telephone
            of the central authority is now +239 222 00 99.
            """));
        var mail = (string)(await Hub.Becomes("Note STP/1", "HELD"))["id"]!;

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.GotoAsync($"/console/mails/{mail}");
        await amina.Reads("nobody knows its sender");
        await amina.Follows("Release after a call-back");
        await amina.GetByLabel("State", new() { Exact = true }).SelectOptionAsync("STP");
        await amina.Presses("Show the numbers of this State");
        await amina.GetByLabel("Another number").CheckAsync();
        await amina.GetByLabel("The other number").FillAsync("+239 222 00 99");
        await amina.GetByLabel("Who answered").FillAsync("Ms Camara, Mission");
        await amina.GetByLabel("permanent mission").CheckAsync();
        await amina.Presses("Release after a call-back");
        await amina.Reads("This number stands in the mail itself");
        await Expect(amina.GetByLabel("Who answered")).ToHaveValueAsync("Ms Camara, Mission");
        await amina.GetByLabel("The other number").FillAsync("+43 1 26060 0");
        await amina.Presses("Release after a call-back");
        await amina.Reads("The mail is released");
        await amina.Reads("Ms Camara, Mission was called back at +43 1 260600");
        await amina.Context.CloseAsync();
    }

    [Fact]
    public async Task A_question_by_mail_is_answered_in_its_conversation_after_the_answer_was_looked_at()
    {
        var mission = await Hub.Mission("GNQ", "es");
        await Hub.Arrives(Letters.Mail(mission, "Consulta GNQ/1", """
            Estimados colegas:

            ¿Dónde se encuentra la edición más reciente del directorio? Muchas gracias.
            """));
        var mail = (string)(await Hub.Becomes("Consulta GNQ/1", "TO_READ"))["id"]!;

        var amina = await visitors.Person(Hub, "Amina Diallo");
        await amina.GotoAsync($"/console/mails/{mail}");
        await amina.Presses("I work on it");
        await amina.Reads("You work on it now");
        await amina.Follows("Answer it");
        await amina.Reads("Write in the language of the sender");
        await amina.Presses("Show the mail first");
        await amina.Reads("Write your answer.");
        await amina.GetByLabel("Your answer").FillAsync("La edición 2026/1 le llegó por correo en marzo.");
        await amina.Presses("Show the mail first");
        await amina.Reads("Re: Consulta GNQ/1");
        await amina.Reads($"It goes to {mission}");
        await amina.Presses("Send the answer");
        await amina.Reads("Your answer is being sent");
        await amina.Reads("La edición 2026/1 le llegó por correo en marzo.");
        Assert.Equal("ANSWERED", (string?)(await Hub.Secretariat.Get($"api/mails/{mail}")).Expect(200).Json["status"]);
        await amina.Context.CloseAsync();
        await LocalProcesses.Eventually.True(
            async () => (await Hub.Mailbox.Get($"control/delivered/{mission}")).Expect(200).Json.AsArray()
                .Any(m => m!.Words().Contains("le llegó por correo en marzo", StringComparison.Ordinal)),
            "the mission gets the answer", TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_was_misread_is_corrected_beside_what_was_read_and_of_two_clerks_the_second_is_told()
    {
        var office = await Hub.Office("SLE");
        await Hub.Designate(office, SampleNotices.Designation("SLE"));
        var record = (string)(await Hub.Secretariat.Get("api/authorities?state=SLE")).Expect(200).Json["items"]![0]!["recordId"]!;
        var id = await Hub.Submit(office, new()
        {
            ["state"] = "SLE", ["kind"] = "CHANGE_OF_CONTACT",
            ["changes"] = new System.Text.Json.Nodes.JsonArray(
                new System.Text.Json.Nodes.JsonObject { ["recordId"] = record, ["set"] = new System.Text.Json.Nodes.JsonObject { ["comments"] = "misread" } }),
        });
        var (clara, amina) = (await visitors.Person(Hub, "Clara Weber"), await visitors.Person(Hub, "Amina Diallo"));
        foreach (var page in new[] { clara, amina })
        {
            await page.GotoAsync($"/console/notices/{id}");
            await page.Follows("Correct what was read");
            await page.Locator("summary").Filter(new() { HasText = "Other" }).ClickAsync();
            await page.Locator("[name='record/comments']").FillAsync(page == clara ? "as it stands" : "otherwise");
            await page.Presses("Check what it changes");
        }
        await clara.Presses("Keep the correction");
        await clara.Reads("The correction is kept");
        await clara.Reads("What was read was corrected");
        await amina.Presses("Keep the correction");
        await amina.Reads("Meanwhile somebody corrected or decided it");
        await amina.GotoAsync($"/console/notices/{id}");
        await amina.Reads("as it stands");
        await amina.Follows("Approve");
        await amina.Presses("Approve");
        await amina.Reads("The directory says so now");
        await clara.Context.CloseAsync();
        await amina.Context.CloseAsync();
    }
}
