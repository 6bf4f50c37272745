using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Site;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console.Notices;

/// <summary>Who works on a notice or a mail, and what colleagues noted about it.</summary>
public sealed class HandlingTests
{
    private const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "Nobody works on it yet.", "I work on it")]
    [InlineData("amina", "You work on it.", "Give it back")]
    [InlineData("boris", "Boris Petrov works on it.", "Take it over")]
    public void A_page_says_who_works_on_it_and_what_can_be_done_about_that(string? holder, string said, string button)
    {
        foreach (var html in new[] { Notice(Held(holder)), Mail(Held(holder)) })
        {
            Assert.Contains(said, Regex.Replace(html, "</?bdi>", ""), StringComparison.Ordinal);
            Assert.Contains($">{button}</button>", html, StringComparison.Ordinal);
            Assert.Contains(holder is null ? "name=\"seen\" />" : $"name=\"seen\" value=\"{holder}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_only_administers_reads_who_works_on_it_and_the_notes_and_changes_neither()
    {
        var html = Notice(Noted(), SecretariatRoles.Administrator);
        Assert.Contains("The mission asked for &lt;b&gt;time&lt;/b&gt;.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/handling\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_stand_in_what_happened_with_who_wrote_them_and_as_text()
    {
        foreach (var html in new[] { Notice(Noted()), Mail(Noted()) })
        {
            Assert.Contains("Note for colleagues", html, StringComparison.Ordinal);
            Assert.Contains("Boris Petrov", html, StringComparison.Ordinal);
            Assert.Contains("The mission asked for &lt;b&gt;time&lt;/b&gt;.", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_settled_is_nobodys_work_and_what_was_emptied_keeps_no_notes()
    {
        var html = Notice(Held("boris"), status: NoticeStatus.Committed);
        Assert.DoesNotContain("works on it", html, StringComparison.Ordinal);
        Assert.Contains("Write a note", html, StringComparison.Ordinal);
        var emptied = Notice(new() { Id = Id }, status: NoticeStatus.Committed, emptied: Now);
        Assert.DoesNotContain("Write a note", emptied, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_says_beside_each_who_works_on_it()
    {
        var summary = NoticeSummary.Of(Kept(NoticeStatus.Review));
        var html = ConsoleHtml.Notices(Visit(), new(new() { IsOpen = true }, new(1, 50, 1, "/console/notices?hands=MINE"), [summary], [])
        {
            Hands = HandsChoice.Mine, Holders = new Dictionary<string, string> { [Id] = "amina" },
        });
        Assert.Contains("You work on it.", html, StringComparison.Ordinal);
        Assert.Contains("Remove filter: I do", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "boris", true)]
    [InlineData(HandsChoice.Mine, "amina", true)]
    [InlineData(HandsChoice.Mine, "boris", false)]
    [InlineData(HandsChoice.Mine, null, false)]
    [InlineData(HandsChoice.Free, null, true)]
    [InlineData(HandsChoice.Free, "amina", false)]
    public void A_list_is_chosen_by_who_works_on_what(HandsChoice? choice, string? holder, bool fits) =>
        Assert.Equal(fits, choice.Fits(holder, "amina"));

    private static Handling Held(string? holder) =>
        new() { Id = Id, Steps = holder is null ? [] : [new(HandlingStepKind.Taken, holder, Now.AddHours(-1), null)] };

    private static Handling Noted() =>
        new() { Id = Id, Steps = [new(HandlingStepKind.Noted, "boris", Now.AddHours(-1), "The mission asked for <b>time</b>.")] };

    private static string Notice(
        Handling handling, SecretariatRoles role = SecretariatRoles.Reviewer, NoticeStatus status = NoticeStatus.Review,
        DateTimeOffset? emptied = null) =>
        ConsoleHtml.Notice(
            Visit(role), new(Kept(status) with { EmptiedAt = emptied }, "Arvenia", [], Sample.Networks) { Handling = handling }, []);

    private static string Mail(Handling handling) => MailsHtml.Mail(
        Visit(),
        new(
            new() { Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Now, Fate = InboundMailStatus.ToRead }, null,
            [])
        {
            Handling = handling,
        },
        []);

    private static Visit Visit(SecretariatRoles role = SecretariatRoles.Reviewer) => new(Language.English, "/console", Now)
    {
        Visitor = new("Amina Diallo", role) { Id = "amina" }, People = new Dictionary<string, string> { ["boris"] = "Boris Petrov" },
    };

    private static Notice Kept(NoticeStatus status) => new()
    {
        Id = Id, State = Sample.Arvenia, Sender = new("Mission", CallerKind.State, Sample.Arvenia, OfficeRole.Mission), ReceivedAt = Now,
        Form = new JsonObject { ["kind"] = "CHANGE_OF_CONTACT" }, Status = status,
    };
}
