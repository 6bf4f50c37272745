using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Local.Demo.Inputs;

namespace Hub.Local.Demo;

/// <summary>Notices that are wrong, and what the hub says to each in its sender's language.</summary>
internal sealed class Mistakes(Session session)
{
    private readonly Forms _forms = new(session.Run);

    /// <summary>Those that need no record.</summary>
    public async Task Play()
    {
        session.Step("A slip of the pen: the body is not JSON");
        using (var broken = new StringContent("{ \"state\": \"XAA\", \"kind\": }", Encoding.UTF8, "application/json"))
            Expect(
                await session.Send("Mission", session.Mission("en"), new() { ["kind"] = "(cut off)" }, content: broken),
                HttpStatusCode.BadRequest, "a line and a column are named");

        session.Step("A misspelt field and a missing one (French)");
        var misspelt = _forms.Notice("NEW_DESIGNATION", "E1", "fr", Forms.Designate(Forms.MaritimeCentre(), null));
        var authority = misspelt["changes"]![0]!["authority"]!.AsObject();
        authority["email"] = "x@mer.example";
        authority.Remove("authorityName");
        await Wrong("fr", misspelt, "F02", "F04");

        session.Step("Another State's notice");
        var foreign = _forms.Notice("CONFIRMATION_NO_CHANGE", "E2", "en", new JsonObject { ["recordId"] = "any" });
        foreign["state"] = "SEN";
        Expect(await session.Send("Mission", session.Mission("en"), foreign), HttpStatusCode.Forbidden, "a State speaks for itself only");

        session.Step("A date that can be read in two ways, office hours without a time zone (Spanish)");
        var ambiguous = _forms.Notice("NEW_DESIGNATION", "E3", "es", Forms.Designate(Forms.Office("CND-1988 7 MLA"), null));
        ambiguous["noteDate"] = "03/04/2025";
        ambiguous["changes"]![0]!["authority"]!.AsObject().Remove("timeZone");
        await Wrong("es", ambiguous, "V24", "V12");

        session.Step("Articles that do not allow the matter (French)");
        await Wrong(
            "fr",
            _forms.Notice(
                "NEW_DESIGNATION", "E4", "fr", Forms.Designate(Forms.Office("UNTOC 99 MLA", "UNTOC 8 MIGRANT_SMUGGLING_SEA"), null)),
            "V03", "V04");
    }

    /// <summary>Those that are wrong beside what is in the register.</summary>
    public async Task PlayOnTheRecord()
    {
        session.Step("A second authority for the same article, and a domain one letter off");
        var office = Forms.Office("UNTOC 18 MLA");
        office["emails"]![0]!["address"] = "cooperation@justcie.example";
        await Wrong("en", _forms.Notice("NEW_DESIGNATION", "E5", "en", Forms.Designate(office, null)), "V06", "V09");

        session.Step("A note older than the one in force, arriving after it (Spanish)");
        var record = await Records.Holding(session.Reader, "UNTOC 18 MLA");
        var late = _forms.Notice("CHANGE_OF_CONTACT", "E6", "es", Forms.Amend(record!, new() { ["publicHolidays"] = "…" }));
        late["noteDate"] = "2020-01-31";
        await Wrong("es", late, "V19");
    }

    private async Task Wrong(string language, JsonObject form, params string[] codes)
    {
        var sent = await session.Send($"Mission ({language})", session.Mission(language), form);
        foreach (var code in codes)
            session.Expect(
                sent.Problems.Any(p => (string?)p["code"] == code && (string?)p["title"] is { Length: > 0 }),
                $"{code} is told, with its place and how to mend it");
        session.Expect(sent.View is null || sent.Status == "QUERY", "it goes no further");
        if (sent.Status == "QUERY")
            await session.First.Post(
                $"api/notices/{sent.Id}/decision", new JsonObject { ["decision"] = "REJECT", ["reason"] = "Demonstration of a mistake." });
    }

    private void Expect(Sent sent, HttpStatusCode status, string what) => session.Expect(sent.Answer.Status == status, what);
}
