using System.Text.Json.Nodes;
using Hub.Local.Demo.Inputs;

namespace Hub.Local.Demo;

/// <summary>A State's year: every kind of notice, from the note verbale to the register.</summary>
internal sealed class NoticeDemo(Session session)
{
    private readonly Forms _forms = new(session.Run);

    public async Task Play()
    {
        await Designate();
        await DesignateAtSea();
        await ChangeContact();
        await Replace();
        await SelfNomination();
        await Rest();
    }

    private async Task Designate()
    {
        await new Arvenia(session).WithdrawDirectorate();
        session.Step("A designation by note verbale, with its files (NEW_DESIGNATION, English)");
        var form = _forms.Notice("NEW_DESIGNATION", "1", "en", Forms.Designate(Forms.Office(), await Present("UNTOC 18 MLA")));
        form["attachments"] = new JsonArray(new JsonObject { ["name"] = NoteVerbale.FileName });
        // Content of a request is used up by sending it: the repeat needs its own.
        using var content = NoteVerbale.With(form);
        using var again = NoteVerbale.With(form);
        using var third = NoteVerbale.With(form);
        var key = $"demo-{session.Run}-1";
        var sent = await session.Send("Mission, multipart", session.Mission("en"), form, key, content);
        session.Expect(sent.View?["files"]?.AsArray().Count == 1, "the note verbale is kept with its SHA-256");
        var repeated = await session.Send("Mission, the same again (Idempotency-Key)", session.Mission("en"), form, key, again);
        session.Expect(repeated.Id == sent.Id, "the repeat leads to the same notice");
        var copy = await session.Send("Mission, the same without a key", session.Mission("en"), form, content: third);
        session.Expect(
            copy.Status == "DUPLICATE" && copy.Problems.Any(p => (string?)p["code"] == "V18"),
            "the same note by another road is linked, not applied (V18)");
        await session.Approve(sent);
    }

    private async Task DesignateAtSea()
    {
        session.Step("A second authority, at sea (NEW_DESIGNATION, French)");
        var replaced = await Present("UNTOC-SOM 8 MIGRANT_SMUGGLING_SEA");
        await Commit("Mission (fr)", "fr", _forms.Notice("NEW_DESIGNATION", "2", "fr", Forms.Designate(Forms.MaritimeCentre(), replaced)));
    }

    private async Task ChangeContact()
    {
        session.Step("A new telephone and mailbox (CHANGE_OF_CONTACT, French)");
        var centre = await Present("UNTOC-SOM 8 MIGRANT_SMUGGLING_SEA");
        var set = new JsonObject
        {
            ["phones"] = new JsonArray(new JsonObject { ["number"] = "+999 1 555 0120", ["purpose"] = "AROUND_THE_CLOCK" }),
            ["emails"] = new JsonArray(new JsonObject { ["address"] = "veille@mer.example" }),
        };
        await Commit("Mission (fr)", "fr", _forms.Notice("CHANGE_OF_CONTACT", "3", "fr", Forms.Amend(centre!, set)));
    }

    private async Task Replace()
    {
        session.Step("Another authority takes over two of three matters (CHANGE_OF_DESIGNATION, Spanish)");
        var office = await Present("UNTOC 16 EXTRADITION");
        await Commit(
            "Mission (es)", "es", _forms.Notice("CHANGE_OF_DESIGNATION", "4", "es", Forms.Designate(Forms.CriminalAffairs(), office)));
        var (left, taken) = (await Present("UNTOC 18 MLA"), await Present("UNTOC 16 EXTRADITION"));
        session.Expect(
            left == office && taken is not null && taken != office,
            "the office keeps mutual legal assistance; extradition is the directorate's");
    }

    private async Task SelfNomination()
    {
        session.Step("An authority changes its own designation: held until its mission confirms (V01)");
        var office = await Present("UNTOC 18 MLA");
        var renamed = new JsonObject
        {
            ["authorityName"] = new JsonObject { ["en"] = $"Office of International Judicial Cooperation ({session.Run})" },
        };
        var sent = await session.Send(
            "The authority itself", session.Authority, _forms.Notice("CHANGE_OF_DESIGNATION", "5", "en", Forms.Amend(office!, renamed)));
        session.Expect(sent.Status == "HELD", "it is held");
        var confirmed = await session.Mission("en").Post($"api/notices/{sent.Id}/confirmation", new JsonObject());
        session.Screen.Line($"   the mission confirms: {confirmed.Body?["status"]}");
        await session.Approve(sent with { View = confirmed.Body });
    }

    private async Task Rest()
    {
        var office = await Present("UNTOC 18 MLA");
        var directorate = await Present("UNTOC 16 EXTRADITION");
        session.Step("What else a State tells: a closure, a confirmation, a declaration, a nil, a membership, a withdrawal");
        await Commit("Mission", "en", _forms.Notice("TEMPORARY_MEASURE", "6", "en", new JsonObject
        {
            ["recordId"] = office,
            ["temporaryNotice"] = new JsonObject
            {
                ["kind"] = "RELOCATION", ["text"] = "The office moves; requests by e-mail only.", ["from"] = Forms.Yesterday,
            },
        }));
        await Commit(
            "Mission (es)", "es", _forms.Notice("CONFIRMATION_NO_CHANGE", "7", "es", new JsonObject { ["recordId"] = directorate }));
        await Commit("Mission (es)", "es", _forms.Notice("LEGAL_BASIS_DECLARATION", "8", "es", new JsonObject
        {
            ["legalBasis"] = new JsonObject { ["instrument"] = "UNTOC", ["value"] = "YES" },
        }));
        await Commit(
            "Mission (fr)", "fr",
            _forms.Notice("NIL_DECLARATION", "9", "fr", new JsonObject { ["pair"] = Forms.Designation("CND-1988 17 DRUG_SMUGGLING_SEA") }));
        await Commit("Mission", "en", _forms.Notice("NETWORK_MEMBERSHIP", "10", "en", new JsonObject
        {
            ["membership"] = new JsonObject { ["network"] = Networks.Network, ["role"] = await new Networks(session).NextRole() },
        }), "The network's secretariat has confirmed it.");
        await Commit("Mission (fr)", "fr", _forms.Notice("WITHDRAWAL", "11", "fr", new JsonObject
        {
            ["recordId"] = await Present("UNTOC-SOM 8 MIGRANT_SMUGGLING_SEA"), ["lastDay"] = Forms.Yesterday,
        }));
        session.Step("The Secretariat mends a slip, without a mail to anybody (CORRECTION, quiet)");
        var correction = _forms.Notice(
            "CORRECTION", "12", "en", Forms.Amend(directorate!, new() { ["publicHolidays"] = $"As gazetted ({session.Run})." }));
        correction["quiet"] = true;
        await session.Approve(await session.Send("Secretariat", session.First, correction));
    }

    private async Task Commit(string who, string language, JsonObject form, string? reason = null) =>
        await session.Approve(await session.Send(who, session.Mission(language), form), reason);

    private Task<string?> Present(string pair) => Records.Holding(session.Reader, pair);
}
