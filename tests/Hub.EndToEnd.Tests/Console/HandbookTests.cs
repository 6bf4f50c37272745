using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Microsoft.Playwright;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>
/// The clerk's handbook, docs/secretariat.md: each of its pictures is of a screen that there is. <c>UPDATE_DOCS=1</c> takes them anew.
/// </summary>
[Collection(SharedScreensCollection.Name)]
public sealed partial class HandbookTests(SharedHub shared, Visitors visitors)
{
    private static readonly string Handbook = Repository.PathTo("docs", "secretariat.md");
    private static readonly string Pictures = Repository.PathTo("docs", "pictures");

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task Every_picture_of_the_handbook_shows_a_screen_that_there_is()
    {
        var screens = await Screens();
        var shown = Picture().Matches(await File.ReadAllTextAsync(Handbook)).Select(m => m.Groups[1].Value);
        Assert.Equal(screens.Select(s => s.Name).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var page = await visitors.Person(Hub, "Amina Diallo");
        foreach (var (name, address) in screens)
        {
            var file = Path.Combine(Pictures, $"{name}.png");
            Assert.Equal((address, 200), (address, (await page.GotoAsync(address))!.Status));
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
                await page.ScreenshotAsync(new() { Path = file, FullPage = false, Animations = ScreenshotAnimations.Disabled });
            Assert.True(File.Exists(file), $"{file} is missing: UPDATE_DOCS=1 takes it.");
        }
        await page.Context.CloseAsync();
    }

    private async Task<IReadOnlyList<(string Name, string Address)>> Screens()
    {
        var mission = await Hub.Mission("BFA", "fr");
        await Hub.Designate(await Hub.Office("BFA"), SampleNotices.Designation("BFA"));
        await Hub.Arrives(Letters.Mail(mission, "Note verbale BFA/12/2026", """
            Réf. BFA/12/2026

            La Mission permanente du Burkina Faso présente ses compliments à l'Office des Nations Unies contre la drogue et le crime et a
            l'honneur de l'informer que le numéro de téléphone du Bureau MLA de BFA, autorité centrale pour l'entraide judiciaire, est
            désormais le +226 25 30 00 99.

            La Mission permanente saisit cette occasion pour renouveler à l'Office les assurances de sa très haute considération.
            """));
        var notice = (string)(await Hub.Becomes("Note verbale BFA/12/2026", "NOTICE"))["notices"]![0]!;
        await Hub.Reaches(notice, "REVIEW");
        await Hub.Arrives(Letters.Mail("somebody@elsewhere.example", "Note BFA/13/2026", """
            Ref. BFA/13/2026

            The Permanent Mission of Burkina Faso presents its compliments to the Office and has the honour to inform it that the telephone of
            the central authority is now +226 25 30 00 77.
            """));
        var mail = (string)(await Hub.Becomes("Note BFA/13/2026", "HELD"))["id"]!;
        var record = (string)(await Hub.Secretariat.Get("api/authorities?state=BFA")).Expect(200).Json["items"]![0]!["recordId"]!;
        return
        [
            ("today", "/console"), ("notices", "/console/notices"), ("notice", $"/console/notices/{notice}"),
            ("decision", $"/console/notices/{notice}/decision?kind=APPROVE"), ("mail", $"/console/mails/{mail}"),
            ("answer", $"/console/mails/{mail}/decision?kind=ANSWER"), ("editor", "/console/notices/new"),
            ("record", $"/console/records/{record}"), ("edition", "/console/editions/new"),
            ("numbers", "/console/numbers"),
        ];
    }

    [GeneratedRegex(@"\(pictures/([a-z]+)\.png\)")]
    private static partial Regex Picture();
}
