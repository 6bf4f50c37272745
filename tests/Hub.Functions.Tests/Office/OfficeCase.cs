using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Functions.Console.Editor;
using Hub.Functions.Office;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.SigningIn;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Callers = Hub.Functions.Access.Callers;

namespace Hub.Functions.Tests.Office;

/// <summary>The pages of an office, with the record of its State and of another.</summary>
public abstract partial class OfficeCase : MailSignInCase, IWakeUpSender
{
    private protected const string Foreign = "record-foreign";
    private readonly FixedIdentifiers _ids = new();
    private readonly DocumentSettings _settings = new();
    private readonly MailroomSettings _mailroom = new(["mailbox"], [], [], [], Home, RetryPolicy.OwnServices, 1);

    private protected OfficeCase() => Register.Put(Sample.Authority(Foreign, Sample.OtherState));

    private protected MemoryNotices Notices { get; } = new();

    private protected MemoryMails Mails { get; } = new();

    private protected OfficePages First => new(new(Visits), Own, new(Register, Subscribers, new MemoryChoices(), Clock), new(true), _ids);

    private protected OfficeRecordPages Records => new(new(Visits), Own, new(Intake), this, Clock);

    private protected OfficeChangePages Changes => new(Forms, Own);

    private protected OfficeLawForms LawForms => new(Forms, Own);

    private protected OfficeLawPages Laws => new(new(Visits), Forms, Own, _ids);

    private protected OfficeNoticePages NoticePages => new(
        Views, Own, new(Notices, Preview, Decisions, null!));

    private protected OfficeAnswerPages AnswerPages => new(Views, Own, Intake, new(Notices, Clock), this);

    private protected OfficeFilePages FilePages => new(First, Own, Intake, Files, this);

    private protected MemoryFiles Files { get; } = new();

    /// <summary>What persons of the Secretariat enter that no mail brought.</summary>
    private protected EnterNoticePages Entering => new(
        new(new(Visits), Editor), Editor, new(Intake, Flow, null!, null!, null!, null!, Clock), Mails, null!,
        new(null!, new(null!, Mails, Notices, _mailroom, Clock), Clock), this, null!, _ids);

    private EditorViews Editor => new(Register, null!, null!, Preview, new(true), new(), Clock);

    private OfficeForms Forms => new(new(Visits), Editor, Intake, this, _ids);

    private OfficeNoticeViews Views => new(new(Visits), Own, Preview, new NetworkCatalog(), _ids);

    private OfficeAccess Own => new(Register, Notices, Clock);

    private NoticePreview Preview => new(Register, Sample.Data, _ids, Clock);

    private NoticeFlow Flow => new(
        Notices, Register, new MemorySubscribers(), new(Files, _settings, Clock), Sample.Data, new(_ => false), _ids, Clock);

    private Decisions Decisions => new(Notices, Register, Flow, Sample.Data, Clock);

    private NoticeIntake Intake => new(
        Notices, new MemoryOriginals(), new(Files, new MemoryWorks(), new FileReader(), _settings, Clock), new FileReader(), Register,
        Sample.Data, _ids, Clock);

    Task<bool> IWakeUpSender.Send(WakeUps wakeUps) => Task.FromResult(true);

    /// <summary>Asks for a page as whoever signed in with an address, if its function lets that one in.</summary>
    private protected async Task<Served> Get<T>(
        string address, string path, string method, Func<HttpRequest, Task<IActionResult>> function) =>
        await (await SignedIn(address)).Get(path, r => Entered<T>(r, method, function));

    /// <summary>The same of what a form sends.</summary>
    private protected async Task<Served> Send<T>(
        string address, string path, string method, Func<HttpRequest, Task<IActionResult>> function, params (string, string)[] fields) =>
        await (await SignedIn(address)).Send(path, r => Entered<T>(r, method, function), fields);

    private protected Task<Served> ShowChange(string address, string id = Sample.Record) =>
        Get<OfficeChangePages>(address, $"/office/records/{id}/change", nameof(OfficeChangePages.Show), r => Changes.Show(r, id, default));

    private protected Task<Served> SendChange(string address, IEnumerable<(string, string)> fields, string id = Sample.Record) =>
        Send<OfficeChangePages>(
            address, $"/office/records/{id}/change", nameof(OfficeChangePages.Send), r => Changes.Send(r, id, default), [.. fields]);

    /// <summary>Everything that the fields of a page hold, but for buttons and files, with some of it typed over.</summary>
    private protected static IReadOnlyList<(string Name, string Value)> Filled(Served served, string step, params (string, string)[] typed)
    {
        var page = Encoding.UTF8.GetString(served.Bytes);
        var found = Inputs().Matches(page).Select(m => m.Value)
            .Where(i => !i.Contains("type=\"file\"", StringComparison.Ordinal)
                && (!(i.Contains("radio", StringComparison.Ordinal) || i.Contains("checkbox", StringComparison.Ordinal))
                    || i.Contains("checked", StringComparison.Ordinal)))
            .Select(i => (Attribute(i, "name"), Attribute(i, "value")))
            .Concat(Areas().Matches(page).Select(m => (Attribute(m.Groups[1].Value, "name"), WebUtility.HtmlDecode(m.Groups[2].Value))))
            .Concat(Selects().Matches(page).Select(m => (
                Attribute(m.Groups[1].Value, "name"),
                Options().Matches(m.Groups[2].Value).Select(o => o.Value).Where(o => o.Contains("selected", StringComparison.Ordinal))
                    .Select(o => Attribute(o, "value")).FirstOrDefault() ?? "")));
        return [.. found.Where(f => typed.All(t => t.Item1 != f.Item1) && f.Item1.Length > 0), .. typed, ("step", step)];
    }

    /// <summary>A notice that an authority sent, and that waits for the word of its State's mission or ministry.</summary>
    private protected Notice Held(string id = "XAA-held", StateCode? state = null, string by = "authority-record-1") => Notices.Put(new()
    {
        Id = id, State = state ?? Sample.State, ReceivedAt = Sample.Now, Status = NoticeStatus.Held, Form = Sample.Designating(),
        Sender = new(by, CallerKind.State, Sample.State, OfficeRole.Authority),
    });

    private async Task<IActionResult> Entered<T>(HttpRequest request, string method, Func<HttpRequest, Task<IActionResult>> function) =>
        await function(await request.Enter<T>(new Callers(new MemoryKeys(Clock), SignIn), method));

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea([^>]*)>([^<]*)</textarea>")]
    private static partial Regex Areas();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();
}
