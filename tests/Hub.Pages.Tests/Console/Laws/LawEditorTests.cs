using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Notices;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console.Laws;

/// <summary>A law in the editor: nothing of it is lost on the way, and who decides sees each field.</summary>
public sealed class LawEditorTests
{
    // With everything that a law can have, and topics in another order than the page's.
    private const string Whole = """
        {
          "titleOriginal": "قانون تسليم المجرمين", "language": "ar", "type": "ACT", "titles": { "en": "Extradition Act", "fr": "Loi" },
          "shortTitle": "EA", "number": "3/2004", "jurisdiction": "XA-01", "status": "REPEALED",
          "dates": { "adopted": "2004-05-12", "published": "2004-05-20", "inForce": "2004-09-01", "lastAmended": "2010-01-01", "repealed": "2020-01-01" },
          "repealedBy": "none", "citation": "OG 12", "officialUrl": "https://laws.arvenia.example/3", "archiveUrl": "https://archive.example/3",
          "hostOffice": "Gazette Office",
          "languages": [
            { "language": "ar", "kind": "OFFICIAL", "prevails": true },
            { "language": "en", "kind": "STATE_TRANSLATION", "url": "https://laws.arvenia.example/en/3", "translatedFrom": "ar", "by": "Ministry", "date": "2005-01-01" } ],
          "relations": [ { "kind": "REPEALS", "law": "Old Act" } ],
          "provisions": [
            { "label": "art. 1", "articles": [ { "instrument": "UNTOC", "article": "16", "paragraph": "3" }, { "instrument": "UNCAC", "article": "44" } ],
              "heading": "Scope", "extract": "نص", "extractTranslated": { "en": "Text", "fr": "Texte" },
              "crimeTypes": ["DRUGS", "CORRUPTION"], "topics": ["NATIONALS", "EXTRADITION"], "note": "See art. 2" },
            { "label": "whole", "articles": [ { "instrument": "UNTOC", "article": "18" } ] } ],
          "furnishedUnder": [ { "instrument": "UNTOC", "article": "16", "paragraph": "5" } ], "useForRequests": true, "listed": true
        }
        """;

    private static readonly Law Law = Read(Json(Whole)) with { LawId = "law-1", Version = 3, State = new("XAA") };

    [Fact]
    public void Each_field_has_words_in_every_language()
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (var field in LawFields.All.Concat(LawFields.None.SelectMany(s => s.Fields)).SelectMany(Deep))
                Assert.True(new Labels(language).Find($"Edit.{field.Label}") is not null, $"{language}: {field.Label}");
    }

    [Fact]
    public void Each_field_of_a_law_stands_in_one_section() => Assert.Equal(
        ((JsonObject)System.Text.Json.JsonSerializer.SerializeToNode<LawContent>(Law, HubJson.Options)!).Select(f => f.Key)
            .Order(StringComparer.Ordinal),
        LawFields.All.Select(f => f.Path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_law_comes_out_of_the_editor_as_it_went_in()
    {
        var before = Json($$"""{"state":"XAA","kind":"LEGISLATION","changes":[{"law":{{Whole}}}]}""");
        var values = EditorForm.Numbered(EditorForm.Read(before, 0, null));
        Assert.Equal("LEGISLATION", values["task"]);
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 0, null)));
    }

    [Fact]
    public void Of_a_law_that_is_there_only_what_differs_is_said_and_a_row_in_a_row_may_go()
    {
        var values = Begin("LAW_CHANGE", Law);
        Assert.Equal("{}", Set(values).ToJsonString());
        Assert.Equal("""{"number":"4/2004"}""", Set(values.With("law/number", "4/2004")).ToJsonString());
        Assert.Equal("""{"shortTitle":null}""", Set(values.With("law/shortTitle", "")).ToJsonString());
        var less = Set(values.Without("law/provisions/0/articles/0/"))["provisions"]!;
        Assert.Equal("UNCAC", (string?)Assert.Single(less[0]!["articles"]!.AsArray())!["instrument"]);
        Assert.Equal(["NATIONALS", "EXTRADITION"], less[0]!["topics"]!.AsArray().Select(t => (string?)t));
        Assert.Equal("whole", (string?)Set(values.Without("law/provisions/0/"))["provisions"]![0]!["label"]);
    }

    [Theory]
    [InlineData("""{"lawId":"law-1"}""", "LAW_CONFIRMED")]
    [InlineData("""{"lawId":"law-1","set":{"listed":false}}""", "LAW_TAKEN_OUT")]
    [InlineData("""{"lawId":"law-1","set":{"listed":true}}""", "LAW_CHANGE")]
    [InlineData("""{"lawId":"law-1","set":{"listed":false,"number":"4"}}""", "LAW_CHANGE")]
    public void What_is_corrected_is_known_by_what_it_says_and_stays_so(string change, string task)
    {
        var before = Json($$"""{"state":"XAA","kind":"LEGISLATION","changes":[{{change}}]}""");
        var values = EditorForm.Numbered(EditorForm.Read(before, 0, Law));
        Assert.Equal(task, values["task"]);
        var again = EditorForm.Write(values, before, 0, Law);
        // What says what is there already says nothing.
        var said = change.Replace("""{"listed":true}""", "{}", StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(said), again["changes"]![0]), again.ToJsonString());
    }

    [Fact]
    public void What_the_page_of_a_State_without_a_law_does_not_ask_is_kept_by_a_correction()
    {
        var before = Json("""
            {"state":"XAA","kind":"LEGISLATION","changes":[{"law":{"titleOriginal":"None","language":"en","type":"NO_SPECIFIC_LAW","citation":"Letter 7",
             "provisions":[{"label":"whole","articles":[{"instrument":"UNTOC","article":"20"}]}]}}]}
            """);
        var values = EditorForm.Read(before, 0, null);
        Assert.Equal("NO_SPECIFIC_LAW", values["task"]);
        var html = EditorHtml.Page(Visit(), View(EditorStep.Fields, values), []);
        Assert.Contains("""<input type="hidden" name="law/citation" value="Letter 7" />""", html, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 0, null)));
    }

    [Theory]
    [InlineData("/changes/0/lawId", "lawId")]
    [InlineData("/changes/0/law", null)]
    [InlineData("/changes/0/set/dates", "law/dates/adopted")]
    [InlineData("/changes/0/set/dates/repealed", "law/dates/repealed")]
    [InlineData("/changes/0/law/titles/fr", "law/titles/1/text")]
    [InlineData("/changes/0/law/languages/1/by", "law/languages/1/by")]
    [InlineData("/changes/0/law/provisions/0/articles", "law/provisions/0/articles")]
    [InlineData("/changes/0/law/provisions/0/articles/1", "law/provisions/0/articles/1/instrument")]
    [InlineData("/changes/0/law/provisions/0/articles/1/article", "law/provisions/0/articles/1/article")]
    [InlineData("/changes/0/law/provisions/0/extractTranslated/fr", "law/provisions/0/extractTranslated/1/text")]
    [InlineData("/changes/0/law/provisions/1", "law/provisions/1/label")]
    [InlineData("/changes/0/law/provisions/7", "law/provisions")]
    public void A_problem_stands_at_its_field(string pointer, string? name) =>
        Assert.Equal(name, EditorProblems.NameOf(pointer, Begin("LAW_CHANGE", Law)));

    [Fact]
    public void Each_law_is_offered_by_its_title_and_number_and_ids_are_there_once()
    {
        foreach (var task in EditorTask.All.Where(t => t.IsOfLaw))
            foreach (var step in Enum.GetValues<EditorStep>())
            {
                var html = EditorHtml.Page(Visit(), View(step, Begin(task.Code, Law)), []);
                var ids = html.Split(" id=\"").Skip(1).Select(p => p.Split('"')[0]).ToList();
                Assert.Equal([], ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
                Assert.DoesNotContain("Edit.", html, StringComparison.Ordinal);
            }
        Assert.Contains(
            "Extradition Act (3/2004): Repealed", EditorHtml.Page(Visit(), View(EditorStep.Which, Begin("LAW_CHANGE", Law)), []),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Who_decides_sees_each_field_that_changes(string set)
    {
        var after = new Law(Read((JsonObject)MergePatch.Apply(Json(Whole), JsonNode.Parse(set))!)) { State = new("XAA") };
        var rows = new ChangeComparison(new(Language.English), Sample.Networks, Sample.Today).Laws(new Law(Law) { State = new("XAA") }, after);
        Assert.True(rows.Count == 1, $"{set}: {rows.Count} rows");
    }

    [Fact]
    public void Who_decides_sees_that_a_State_takes_over_what_was_found_and_that_it_confirms()
    {
        var found = Law with { Source = LawSource.SecretariatFound };
        var rows = new ChangeComparison(new(Language.English), Sample.Networks, Sample.Today)
            .Laws(found, found with { Source = LawSource.State, LastConfirmed = DateTimeOffset.UnixEpoch });
        Assert.Equal(["Where it is from", "Last confirmed"], rows.Select(r => r.Label));
    }

    public static TheoryData<string> Changes()
    {
        var law = Json(Whole);
        var data = new TheoryData<string>();
        foreach (var (name, value) in law)
            foreach (var changed in Changed(value!, name))
                data.Add(new JsonObject { [name] = changed }.ToJsonString());
        return data;
    }

    // Each place of a value, one at a time, with something else in it.
    private static IEnumerable<JsonNode> Changed(JsonNode node, string name)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members)
                    foreach (var changed in Changed(value!, key))
                    {
                        var copy = (JsonObject)members.DeepClone();
                        copy[key] = changed;
                        yield return copy;
                    }
                break;
            case JsonArray items:
                foreach (var (i, item) in items.Index())
                    foreach (var changed in Changed(item!, name))
                    {
                        var copy = (JsonArray)items.DeepClone();
                        copy[i] = changed;
                        yield return copy;
                    }
                break;
            default:
                yield return Other(node, name);
                break;
        }
    }

    private static JsonNode Other(JsonNode node, string name) => (name, node.ToString()) switch
    {
        (_, "true") => JsonValue.Create(false),
        (_, var text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => $"{day.AddDays(1):yyyy-MM-dd}",
        ("type", _) => "CODE",
        ("status", _) => "PARTLY",
        ("kind", "REPEALS") => "AMENDS",
        ("kind", _) => "MACHINE",
        ("instrument", _) => "CND-1988",
        ("article", _) => "2",
        ("topics", _) => "MLA",
        ("crimeTypes", _) => "TERRORISM",
        ("language" or "translatedFrom", _) => "es",
        ("paragraph", _) => "4",
        (_, var text) when text.StartsWith("https:", StringComparison.Ordinal) => $"{text}0",
        (_, var text) => $"{text} x",
    };

    private static IEnumerable<EditorField> Deep(EditorField field) => field.Row.SelectMany(Deep).Prepend(field);

    private static EditorValues Begin(string task, Law law) => EditorForm.Begun(
        EditorValues.Empty.With("task", task).With("state", "XAA").With("lawId", law.LawId), [], 0, law);

    private static JsonObject Set(EditorValues values) =>
        (JsonObject)EditorForm.Write(EditorForm.Numbered(values), [], 0, Law)["changes"]![0]!["set"]!;

    private static EditorView View(EditorStep step, EditorValues values) =>
        new(step, values, [("XAA", "Arvenia")], Sample.Networks) { Laws = [Law], Law = Law };

    private static Visit Visit() => new(Language.English, "/console", Sample.Today.ToDateTime(default).ToUniversalTime()) { FormToken = "token" };

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static Law Read(JsonObject json)
    {
        List<Hub.Register.Problems.Problem> problems = [];
        var content = LawForm.Read(json, "", problems);
        Assert.Equal([], problems);
        return new(content!);
    }
}
