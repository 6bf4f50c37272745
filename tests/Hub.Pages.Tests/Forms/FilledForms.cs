using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hub.Intake.Forms;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Forms;

/// <summary>An answer as somebody writes it, and what it says.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What is written.</param>
/// <param name="Values">What it says: places within the field's path, and values.</param>
internal sealed record Filled(FormField Field, string Text, IReadOnlyList<(string Path, string Json)> Values);

/// <summary>Designation forms filled in at random, for every field and in any language.</summary>
internal static class FilledForms
{
    private static readonly string[] Words =
    [
        "Office", "of", "Бюро", "وزارة", "العدل", "司法部", "\"quoted\"", "a,b", "=1+1", "<b>", "&amp;",
        "École", "e\u0301cole", "№ 5", "(x)", "it's", "–", "100%",
    ];

    /// <summary>A new designation with each field filled in or left empty.</summary>
    public static Gen<IReadOnlyList<Filled>> In(Language language) =>
        Gen.CollectToList(DesignationForm.Fields.Where(f => f.Key is not ("kind" or "recordId")), field =>
                Gen.Frequency((2, Gen.Constant<Filled?>(null)), (1, Answer(field, language).Select(a => (Filled?)a))))
            .Select(all => (IReadOnlyList<Filled>)[Kind(language), .. Meant([.. all.OfType<Filled>()])]);

    // What is said of designations is asked about (F24) where none is ticked.
    private static IEnumerable<Filled> Meant(IReadOnlyList<Filled> all) =>
        all.Any(a => a.Field.Target is FieldTarget.Pair or FieldTarget.OtherPair)
            ? all
            : all.Where(a => a.Field.Target != FieldTarget.Designations);

    private static Filled Kind(Language language)
    {
        var field = DesignationForm.Fields.Single(f => f.Key == "kind");
        return Said(field, FormTexts.Choices(field, language).First(), "NEW_DESIGNATION");
    }

    private static Gen<Filled> Answer(FormField field, Language language) => field.Kind switch
    {
        FieldKind.Line or FieldKind.RecordOrNone => Line.Select(t => Said(field, t, t)),
        FieldKind.Text => Lines(Line).Select(l => string.Join('\n', l)).Select(t => Said(field, t, t)),
        FieldKind.Date => Day.Select(d => Said(field, d, d)),
        FieldKind.Choice => Chosen(field, language).Select(c => Said(field, c.Word, c.Code)),
        FieldKind.YesNo => Gen.Elements(true, false).Select(b => Said(field, FormTexts.Word(b ? "Answer.Yes" : "Answer.No", language)!, b)),
        FieldKind.Function => Chosen(field, language).Select(c => Items(field, [(c.Word, [("function", c.Code)])])),
        FieldKind.Number => Gen.Choose(0, 90).Select(n => Said(field, $"{n}", n)),
        FieldKind.Rank => Gen.Choose(1, 8).Select(n => Items(field, [($"{n}", [("rank", n)])])),
        FieldKind.Hours => Lines(Hours).Select(h => Items(field, h, ", ")),
        FieldKind.Phones => Lines(Gen.Choose(1000, 9999).Select(n => Item($"+999 1 555 {n}", "number"))).Select(i => Items(field, i)),
        FieldKind.Emails => Lines(Gen.Choose(1, 999).Select(n => Item($"office{n}@state.example", "address"))).Select(i => Items(field, i)),
        FieldKind.Lines => Lines(Line).Select(l => new Filled(field, string.Join('\n', l), [.. l.Select(t => (field.Path, Json(t)))])),
        FieldKind.Choices or FieldKind.Languages => Lines(Chosen(field, language)).Select(c =>
            new Filled(field, string.Join('\n', c.Select(x => x.Word)), [.. c.Select(x => (field.Path, Json(x.Code)))])),
        FieldKind.Tagged => Line.Select(t => new Filled(field, $"pt: {t}", [($"{field.Path}/pt", Json(t))])),
        FieldKind.Channels => Lines(Line.Select(t => ($"PGP: {t}", Members(("kind", "PGP"), ("value", t))))).Select(i => Items(field, i)),
        FieldKind.Links => Lines(Gen.Choose(1, 99).Select(n =>
                ($"https://law.example/{n} Act {n}", Members(("url", $"https://law.example/{n}"), ("title", $"Act {n}")))))
            .Select(i => Items(field, i)),
        FieldKind.Networks => Lines(Gen.Elements("WACAP", "SEAJust", "EJN").Select(n => Item(n, "network"))).Select(i => Items(field, i)),
        _ => throw new NotSupportedException($"{field.Kind}"),
    };

    private static Gen<string> Line =>
        Gen.Choose(1, 4).SelectMany(n => Gen.ArrayOf(Gen.Elements(Words), n)).Select(w => string.Join(' ', w));

    private static Gen<string> Day => Gen.Choose(0, 20_000).Select(n => new DateOnly(1990, 1, 1).AddDays(n).ToString("yyyy-MM-dd", null));

    private static Gen<(string, (string, JsonNode)[])> Hours =>
        Gen.Choose(6, 11).Select(h => ($"{h:00}:30-{h + 6}:00", Members(("from", $"{h:00}:30"), ("to", $"{h + 6}:00"))));

    private static Gen<IReadOnlyList<T>> Lines<T>(Gen<T> line) =>
        Gen.Choose(1, 3).SelectMany(n => Gen.ListOf(line, n)).Select(l => (IReadOnlyList<T>)[.. l]);

    private static Gen<(string Word, string Code)> Chosen(FormField field, Language language) =>
        Gen.Elements(field.Choices.ToArray()).Select(c => (FormTexts.Word(c.Key, language)!, c.Code));

    private static (string, JsonNode)[] Members(params (string, JsonNode)[] members) => members;

    private static (string, (string, JsonNode)[]) Item(string text, string name) => (text, Members((name, text)));

    private static Filled Said(FormField field, string text, JsonNode value) =>
        new(field, text, [(field.Path, value.ToJsonString(HubJson.Options))]);

    private static Filled Items(FormField field, IReadOnlyList<(string Text, (string, JsonNode)[] Members)> items, string between = "\n") =>
        new(field, string.Join(between, items.Select(i => i.Text)), [.. items.Select(i => (field.Path, Object(field, i.Members)))]);

    private static string Object(FormField field, (string Name, JsonNode Value)[] members)
    {
        var item = new JsonObject();
        foreach (var (name, value) in field.Fixed)
            item[name] = value;
        foreach (var (name, value) in members)
            item[name] = value.DeepClone();
        return Json(item);
    }

    private static string Json(JsonNode node) => node.ToJsonString(HubJson.Options);
}
