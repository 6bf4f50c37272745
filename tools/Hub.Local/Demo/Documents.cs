using System.Text.Json.Nodes;
using Hub.Intake.Translation;
using Hub.Local.Demo.Inputs;
using Hub.Local.Terminal;
using Hub.LocalProcesses;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Local.Demo;

/// <summary>Three notes verbales: sent as a document, a PDF and a text, understood, and translated with the field's own terms.</summary>
internal sealed class Documents(Session session)
{
    private const string AtSea = "UNTOC-SOM 8 MIGRANT_SMUGGLING_SEA";
    private const int ProposalsShown = 6;
    private static readonly TimeSpan TranslatedWithin = TimeSpan.FromMinutes(3);
    private static readonly Language[] Translated = [Language.English, Language.French, Language.Spanish];
    private readonly Forms _forms = new(session.Run);

    public async Task Play()
    {
        session.Note(
            "On this machine Apertium translates, behind the simulator of Azure Document Translation: "
            + "roughly, but with the glossary's terms.");
        var english = await Designate();
        var french = await ChangeContact();
        var spanish = await Replace();
        await Understood(english, Language.English, SampleNotes.English);
        await Understood(french, Language.French, SampleNotes.French);
        await Understood(spanish, Language.Spanish, SampleNotes.Spanish);
    }

    private async Task<string> Designate()
    {
        session.Step("A note verbale as DOCX with the designation form filled in (English)");
        var form = await FilledForm.Of(session.Reader, await Records.Holding(session.Reader, "UNTOC 18 MLA"));
        var notice = _forms.Notice("NEW_DESIGNATION", "114", "en");
        notice.Remove("changes");
        var sent = await Send("en", notice, SampleNotes.Docx, form);
        var proposals = sent.View!["proposals"]?.AsArray() ?? [];
        session.Note($"Read from the form, for the reviewer to look at ({proposals.Count} values):");
        foreach (var p in proposals.Take(ProposalsShown))
            session.Screen.Line($"      {p!["place"]!["file"]} row {p["place"]!["row"],-3} {p["code"],-4} {p["words"]}  →  {p["pointer"]}");
        session.Expect(
            proposals.Any(p => (string)p!["code"]! == "C15" && (string)p["words"]! == "+999 1 555 0100"),
            "the form's telephone is a proposal with its place");
        await session.Approve(sent);
        return sent.Id;
    }

    private async Task<string> ChangeContact()
    {
        if (await Records.Holding(session.Reader, AtSea) is null)
        {
            session.Step("First, the authority at sea that the next note is about");
            await session.Approve(await session.Send(
                "Mission (fr)", session.Mission("fr"),
                _forms.Notice("NEW_DESIGNATION", "206", "fr", Forms.Designate(Forms.MaritimeCentre(), null))));
        }
        session.Step("A note verbale as PDF (French)");
        var set = new JsonObject
        {
            ["phones"] = new JsonArray(new JsonObject { ["number"] = "+99915550120", ["purpose"] = "AROUND_THE_CLOCK" }),
            ["emails"] = new JsonArray(new JsonObject { ["address"] = "coordination@mer.example" }),
        };
        var record = await Records.Holding(session.Reader, AtSea);
        return (await Send("fr", _forms.Notice("CHANGE_OF_CONTACT", "207", "fr", Forms.Amend(record!, set)), SampleNotes.Pdf)).Id;
    }

    private async Task<string> Replace()
    {
        session.Step("A note verbale as text, with its declaration on the legal basis (Spanish)");
        var basis = new JsonObject { ["legalBasis"] = new JsonObject { ["instrument"] = "UNTOC", ["value"] = "YES" } };
        var change = Forms.Designate(Forms.CriminalAffairs(), await Records.Holding(session.Reader, "UNTOC 16 EXTRADITION"));
        return (await Send("es", _forms.Notice("CHANGE_OF_DESIGNATION", "088", "es", change, basis), SampleNotes.Txt)).Id;
    }

    private async Task<Sent> Send(string language, JsonObject notice, params DemoFile[] files)
    {
        using var content = DemoFile.With(notice, files);
        var sent = await session.Send(
            $"Mission ({language}), {string.Join(" and ", files.Select(f => f.Name))}", session.Mission(language), notice, null, content);
        session.Expect(sent.View?["files"]?.AsArray().Count == files.Length, "every file is kept as it came, with its SHA-256");
        return sent;
    }

    private async Task Understood(string notice, Language from, string original)
    {
        session.Step($"Understood and translated: the note in {from}");
        var document = await Finished(notice);
        var damage = document["damage"]!.AsArray();
        session.Screen.Line(
            $"   {document["name"]}: {document["kind"]}, {document["legibility"]}, "
            + $"language {document["language"]} (confidence {document["confidence"]}), damage: {(damage.Count == 0 ? "none" : damage)}");
        session.Expect((string?)document["language"] == from.Code(), $"its language is told: {from}");
        var texts = new List<string> { original };
        foreach (var into in Translated.Where(l => l != from))
            texts.Add(await Translation(notice, document, from, into, original));
        foreach (var line in SideBySide.Of(3, [.. texts]))
            session.Screen.Line(line);
        var others = document["translations"]!.AsArray().Where(t => (string)t!["state"]! == "IMPOSSIBLE").Select(t => $"{t!["language"]}");
        session.Note(
            $"Not here, because Apertium has no such pair: {string.Join(", ", others)}. A person can bring these, or Azure makes them.");
    }

    private async Task<JsonNode> Finished(string notice)
    {
        JsonNode? document = null;
        await Eventually.True(
            async () => (document = (await session.First.Get($"api/notices/{notice}/documents")).Required()["items"]![0])!["translations"]
                is JsonArray { Count: > 0 } all
                && all.All(t => (string)t!["state"]! != "WAITING"),
            $"the note of {notice} is translated", TranslatedWithin);
        return document!;
    }

    private async Task<string> Translation(string notice, JsonNode document, Language from, Language into, string original)
    {
        var state = document["translations"]!.AsArray().FirstOrDefault(t => (string)t!["language"]! == into.Code());
        if ((string?)state?["state"] != "DONE")
        {
            session.Expect(false, $"a translation into {into}: {state?["reason"]}");
            return "";
        }
        var text = System.Text.Encoding.UTF8.GetString(await session.First.Download($"api/notices/{notice}/documents/1/{into.Code()}"));
        var terms = Glossary.Pairs(from, into)
            .Where(t => Plain(original).Contains(Plain(t.From), StringComparison.OrdinalIgnoreCase)).ToList();
        var lost = terms.Where(t => !Plain(text).Contains(Plain(t.Into), StringComparison.OrdinalIgnoreCase)).Select(t => t.Into).ToList();
        session.Expect(
            terms.Count > 0 && lost.Count == 0,
            $"into {into}: {terms.Count} terms of the glossary stand in it"
            + $"{(lost.Count == 0 ? "" : $", but not {string.Join(", ", lost)}")}");
        session.Expect(
            text.StartsWith(Label.Of(from, into, "Apertium"), StringComparison.Ordinal),
            $"its label, in {into}, says that the original prevails");
        return text;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
