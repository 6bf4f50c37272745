using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Functions.Console.Notices;
using Hub.Notices.Flow;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
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
        var present = records.FirstOrDefault(r => r.Id == values["recordId"]);
        var view = new EditorView(step, values, Names(language), networks)
        {
            Corrects = source.Notice is { } notice ? await details.Of(notice, source.By, language, cancel) : null,
            Mail = source.Mail,
            MailText = source.Mail is { } mail ? (await mails.Of(mail.Id, cancel)).Body : null,
            Records = [.. records.OrderBy(r => r.Name(language), StringComparer.Create(language.Culture(), false))],
            Record = present,
            Found = source.Mail is null ? FoundValues.None : FoundValues.Of(source.Form, source.Index, present?.Form()),
        };
        return view.NeedsRecord && present is not null && await Seen(values, present, cancel) is { } seen && seen.Version != present.Version
            ? view with { Record = seen, HasMoved = true }
            : view;
    }

    /// <summary>A record by its id; null where there is none.</summary>
    public async Task<Authority?> Find(string? record, CancellationToken cancel) => record is null ? null
        : (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(record);

    /// <summary>The same with what would become of what is written.</summary>
    public async Task<(EditorView View, JsonObject Form)> Tried(EditorView view, EditorSource source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(source);
        var form = EditorForm.Write(view.Values, source.Form, source.Index, view.NeedsRecord ? view.Record : null);
        var (sender, at) = source.Notice is { } notice
            ? (notice.Sender, notice.ReceivedAt)
            : (EditorAnswers.Sender(view.Values, source.By), clock.GetUtcNow());
        return (view with { Trial = await preview.Try(form, sender, at, cancel) }, form);
    }

    // The version that the page had: what others changed meanwhile is not turned back.
    private async Task<Authority?> Seen(EditorValues values, Authority present, CancellationToken cancel) =>
        values["shown"].Split(':') is [var id, var text] && id == present.Id
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version < present.Version
            ? await register.ReadVersion(id, version, cancel)
            : null;

    private IReadOnlyList<(string, string)> Names(Language language) =>
    [
        .. states.All.Where(s => !s.IsJurisdiction).Select(s => (s.Alpha3.Value, s.Name(language)))
            .OrderBy(s => s.Item2, StringComparer.Create(language.Culture(), false)),
    ];
}
