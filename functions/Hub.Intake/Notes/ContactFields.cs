using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>Fills in how an authority can be reached, and how requests are to be made.</summary>
internal sealed class ContactFields(NoteText note, NoticeDraft draft, StateCatalog states, StateCode? state, Recorded recorded)
{
    /// <summary>Everything the note says, into a record or a patch of one.</summary>
    public void Fill(string at, Authority? present, NamedAddress? block, IReadOnlyCollection<string> names)
    {
        var twice = new ContactContradictions(note, states, state).All();
        foreach (var two in twice)
            draft.AskWhich($"{at}/{two.Field}", two.First, two.Second);
        bool IsSaidOnce(string field) => !twice.Any(t => t.Field == field);
        if (IsSaidOnce("postalAddress"))
            Address($"{at}/postalAddress", new PostalAddresses(note, states, state).In(note.Body, names) ?? block);
        var phones = Phones.In(note, note.Body).ToList();
        Numbers($"{at}/phones", [.. phones.Where(p => p.Value.IsPhone)], present?.Restricted.Phones);
        Numbers($"{at}/fax", [.. phones.Where(p => p.Value.IsFax)], null);
        Emails($"{at}/emails", [.. Addresses.Emails(note, note.Body)], present);
        draft.Set($"{at}/website", Addresses.Website(note, note.Body));
        Each($"{at}/languagesOfRequests", Tongues.OfRequests(note, note.Body));
        Each($"{at}/languagesSpoken", Tongues.Spoken(note, note.Body));
        var hours = IsSaidOnce("officeHours") ? Hours.In(note, note.Body) : [];
        Each($"{at}/officeHours", hours);
        if (IsSaidOnce("timeZone") && Zones.In(note, note.Body, state) is { } zone)
            draft.Set($"{at}/timeZone", zone);
        else if (hours.Count > 0 && Zones.Only(state) is { } only)
            draft.Place($"{at}/timeZone", only);
        var always = phones.FirstOrDefault(p => p.Value.Phone.Purpose == PhonePurpose.AroundTheClock);
        if ((note.First(Concept.OutOfHours, note.Body) ?? always?.Span) is { } outOfHours)
            draft.Set($"{at}/outOfHoursReach", new Found<bool>(true, outOfHours));
        if (IsSaidOnce("interpolAccepted"))
            draft.Set($"{at}/interpolAccepted", Interpol.In(note, note.Body));
        foreach (var (field, question) in ContactQuestions.In(note))
            draft.Ask(question.Value, $"{at}/{field}", question.Span);
    }

    private void Each<T>(string pointer, IReadOnlyList<Found<T>> all, string? member = null)
    {
        for (var i = 0; i < all.Count; i++)
            draft.Set(member is null ? $"{pointer}/{i}" : $"{pointer}/{i}/{member}", all[i]);
    }

    // An address that the directory has is no news: it is given up, or said to stay.
    private void Emails(string pointer, List<Found<string>> all, Authority? present)
    {
        var fresh = all.Where(e => !recorded.HasEmail(e.Value)).ToList();
        Each(pointer, fresh, "address");
        if (fresh.Count == 0)
            return;
        var kept = (present?.Restricted.Emails ?? [])
            .Where(k => all.Any(e => e.Value.Equals(k.Address, StringComparison.OrdinalIgnoreCase) && Stays(e.Span))).ToList();
        for (var i = 0; i < kept.Count; i++)
            draft.Place($"{pointer}/{fresh.Count + i}", JsonSerializer.SerializeToNode(kept[i], HubJson.Options)!);
    }

    private bool Stays(Span value) => note.Has(Concept.Stays, note.SentenceAt(value.Start));

    // A patch replaces the whole list: numbers that serve what the note does not speak of stay, and those that are said to.
    private void Numbers(string pointer, List<Found<NamedPhone>> named, IReadOnlyList<Phone>? present)
    {
        // "From A to A" says nothing.
        var all = named.Where(n => !recorded.HasNumber(n.Value.Phone.Number) && !named.Any(o => o.Span != n.Span
            && o.Value.Phone == n.Value.Phone && note.SentenceAt(o.Span.Start) == note.SentenceAt(n.Span.Start))).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var phone = all[i].Value.Phone;
            draft.Put($"{pointer}/{i}/number", phone.Number, all[i]);
            if (phone.Extension is not null)
                draft.Put($"{pointer}/{i}/extension", phone.Extension, all[i]);
            if (phone.Purpose != PhonePurpose.Office)
                draft.Put($"{pointer}/{i}/purpose", phone.Purpose.Code(), all[i]);
        }
        var stated = all.Select(n => n.Value.Phone).ToList();
        var kept = stated.Count == 0
            ? []
            : (present ?? []).Where(p => stated.All(s => s.Purpose != p.Purpose && s.Number != p.Number)
                || named.Any(n => n.Value.Phone.Number == p.Number && Stays(n.Span))).ToList();
        for (var i = 0; i < kept.Count; i++)
            draft.Place($"{pointer}/{all.Count + i}", JsonSerializer.SerializeToNode(kept[i], HubJson.Options)!);
    }

    private void Address(string pointer, NamedAddress? address)
    {
        if (address is null)
            return;
        // The lines may not be absent.
        draft.Place($"{pointer}/lines", new JsonArray());
        Each($"{pointer}/lines", address.Lines);
        draft.Set($"{pointer}/city", address.City);
        draft.Set($"{pointer}/postcode", address.Postcode);
        draft.Set($"{pointer}/country", address.Country);
    }
}
