using System.Text.Json.Nodes;
using Hub.Intake.Forms;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>Makes notices of filled forms; what the note says that covers them goes into each.</summary>
internal static class FormNotices
{
    private const double Certain = 0.97;
    private const string Rule = "Form";
    private static readonly string[] OfTheNote = ["state", "officialRef", "noteDate", "effectiveFrom"];

    /// <summary>The notice of a form.</summary>
    public static UnderstoodNotice Of(DesignationReading form, string? file, StateCode? state)
    {
        var notice = (JsonObject)form.Notice.DeepClone();
        if (state is { } known)
            notice.TryAdd("state", known.Value);
        notice.TryAdd("language", form.Language.Code());
        return new(notice, [.. form.Proposals.Select(p => Proposal(p, file))], NoticeSource.Form)
        {
            Questions = form.Problems, File = file, IsFormal = true,
        };
    }

    /// <summary>A form with the reference and the days of the note it came with, where it has none of its own.</summary>
    public static UnderstoodNotice With(UnderstoodNotice form, UnderstoodNotice note)
    {
        var notice = (JsonObject)form.Form.DeepClone();
        var added = OfTheNote.Where(f => note.Form[f] is not null && (notice[f] is null || f == "state")).ToList();
        foreach (var field in added)
            notice[field] = note.Form[field]!.DeepClone();
        return form with { Form = notice, Proposals = [.. form.Proposals, .. note.Proposals.Where(p => added.Contains(p.Pointer[1..]))] };
    }

    /// <summary>Whether a note and a form say the same thing: the one covers the other.</summary>
    public static bool Covers(UnderstoodNotice note, UnderstoodNotice form) =>
        (Agree(note, form, "kind") || (Designate(note) && Designate(form))) && Agree(note, form, "officialRef");

    private static bool Agree(UnderstoodNotice a, UnderstoodNotice b, string field) =>
        a.Form[field] is null || b.Form[field] is null || (string?)a.Form[field] == (string?)b.Form[field];

    private static bool Designate(UnderstoodNotice notice) => (string?)notice.Form["kind"] is "NEW_DESIGNATION" or "CHANGE_OF_DESIGNATION";

    private static Proposal Proposal(FormProposal proposal, string? file) =>
        new(
            proposal.Pointer, proposal.Value, proposal.Words,
            proposal.Place.ToString() is { Length: > 0 } place ? place : file ?? "body", Certain)
        {
            Rule = Rule,
        };
}
