using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Functions.Console.Notices;
using Hub.Notices.Flow;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Console.Editor;

/// <summary>Gathers what the editor shows.</summary>
public sealed class EditorViews(
    IRegisterStore register, NoticeDetails details, MailTexts mails, NoticePreview preview, StateCatalog states, NetworkCatalog networks,
    TimeProvider clock)
{
    /// <summary>A page of the editor.</summary>
    public async Task<EditorView> Of(
        EditorSource source, EditorStep step, EditorValues values, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var state = source.Notice?.State ?? (StateCode.IsWellFormed(values["state"]) ? new StateCode(values["state"]) : (StateCode?)null);
        var records = state is { } known
            ? snapshot.Of(known).Where(r => r.Upkeep.Status != RecordStatus.Withdrawn || r.Id == values["recordId"]).ToList()
            : [];
        var laws = state is { } of ? snapshot.Laws.Values.Where(l => l.State == of) : [];
        var present = records.FirstOrDefault(r => r.Id == values["recordId"]);
        var view = new EditorView(step, values, Names(language), networks)
        {
            Corrects = source.Notice is { } notice ? await details.Of(notice, source.By, language, cancel) : null,
            Mail = source.Mail,
            MailText = source.Mail is { } mail ? (await mails.Of(mail.Id, cancel)).Body : null,
            Records = [.. records.OrderBy(r => r.Name(language), StringComparer.Create(language.Culture(), false))],
            Record = present,
            Laws = [.. laws.OrderBy(l => l.Title(language), StringComparer.Create(language.Culture(), false))],
            Law = laws.FirstOrDefault(l => l.LawId == values["lawId"]),
            Found = source.Mail is null ? FoundValues.None : FoundValues.Of(source.Form, source.Index, present?.Form()),
        };
        return view is { NeedsRecord: true, About: { } about } && Seen(values, about) is { } version
            ? await Seen(view, about, version, cancel)
            : view;
    }

    /// <summary>A record by its id; null where there is none.</summary>
    public async Task<Authority?> Find(string? record, CancellationToken cancel) => record is null ? null
        : (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(record);

    /// <summary>A law by its id; null where there is none.</summary>
    public async Task<Law?> FindLaw(string? law, CancellationToken cancel) => law is null ? null
        : (await register.Read(TimeSpan.FromSeconds(1), cancel)).Laws.GetValueOrDefault(law);

    /// <summary>The same with what would become of what is written.</summary>
    public async Task<(EditorView View, JsonObject Form)> Tried(EditorView view, EditorSource source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(source);
        var form = EditorForm.Write(view.Values, source.Form, source.Index, view.NeedsRecord ? view.About : null);
        var (sender, at) = source.Notice is { } notice
            ? (notice.Sender, notice.ReceivedAt)
            : (EditorAnswers.Sender(view.Values, source.By), clock.GetUtcNow());
        return (view with { Trial = await preview.Try(form, sender, at, cancel) }, form);
    }

    // The version that the page had: what others changed meanwhile is not turned back.
    private static int? Seen(EditorValues values, EditorSubject about) => values["shown"].Split(':') is [var id, var text] && id == about.Id
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version < about.Version ? version : null;

    private async Task<EditorView> Seen(EditorView view, EditorSubject about, int version, CancellationToken cancel) => about.Law is null
        ? await register.ReadVersion(about.Id, version, cancel) is { } record ? view with { Record = record, HasMoved = true } : view
        : await register.ReadLaw(about.Id, version, cancel) is { } law ? view with { Law = law, HasMoved = true } : view;

    private IReadOnlyList<(string, string)> Names(Language language) =>
    [
        .. states.All.Where(s => !s.IsJurisdiction).Select(s => (s.Alpha3.Value, s.Name(language)))
            .OrderBy(s => s.Item2, StringComparer.Create(language.Culture(), false)),
    ];
}
