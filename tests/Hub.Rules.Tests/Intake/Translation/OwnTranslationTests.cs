using System.Text;
using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Translation;

/// <summary>A State's own translation of its note, where it says something else than the note (V21).</summary>
public sealed class OwnTranslationTests
{
    private const string Note = """
        La Mission permanente de la République d'Arvénie présente ses compliments à l'Office et a l'honneur de porter à sa connaissance que les
        coordonnées de l'autorité sont modifiées à compter du 2 juin 2025 : téléphone +999 1 555 0120 ; courriel coordination@mer.example.
        Vienne, le 26 mai 2025
        """;

    private const string Right = """
        The Permanent Mission of the Republic of Arvenia presents its compliments to the Office and has the honour to inform it that the contact
        details of the authority are changed with effect from 2 June 2025: telephone +99915550120; e-mail coordination@mer.example.
        Vienna, 26 May 2025
        """;

    private static readonly string Wrong = Right.Replace("+99915550120", "+99915550210", StringComparison.Ordinal);
    private readonly DocumentSettings _settings = new() { Languages = [Language.English, Language.French] };
    private readonly Desk _desk;

    public OwnTranslationTests() => _desk = new(_settings, Sample.Authority());

    public static TheoryData<string> Marks =>
    [
        "Unofficial translation", "(Courtesy translation)", "[Translated from French]", "*** UNOFFICIAL TRANSLATION ***",
        "Traduction non officielle", "Traducción no oficial", "Неофициальный перевод", "ترجمة غير رسمية", "（非正式译文）",
    ];

    [Theory]
    [MemberData(nameof(Marks))]
    public async Task V21_A_translation_that_says_it_is_one_and_has_another_number_is_told_of(string mark)
    {
        var problem = Assert.Single(await Told(("note.txt", Note), ("annex.txt", $"{mark}\n\n{Wrong}")));
        Assert.Equal((ProblemCode.V21, Outcome.Warn, "/files/1"), (problem.Code, problem.Outcome, problem.Field));
        Assert.Equal(
            "The translation “annex.txt” does not agree with the original “note.txt”: it lacks 0120.",
            ProblemTexts.Of(problem, Language.English).Title);
    }

    [Theory]
    [InlineData("Note (English translation).txt")]
    [InlineData("traduction.txt")]
    [InlineData("перевод.txt")]
    public async Task V21_So_is_one_whose_file_is_called_a_translation(string name) =>
        Assert.Equal([name, "note.txt", "0120"], Assert.Single(await Told((name, Wrong), ("note.txt", Note))).Arguments);

    [Fact]
    public async Task V21_So_is_one_that_the_notice_calls_the_translation_of_a_file_and_nothing_else_is_asked()
    {
        var form = Sample.Amending("""{"comments":"x"}""");
        form["attachments"] = JsonNode.Parse("""[{"name":"note.pdf"},{"name":"b.txt","translationOf":"note.pdf"}]""");
        var problem = Assert.Single(await Told(
            form, ("note.pdf", Pdf.WithText("Courriel a@mer.example")), ("b.txt", Encoding.UTF8.GetBytes("e-mail b@mer.example"))));
        Assert.Equal(["b.txt", "note.pdf", "a@mer.example"], problem.Arguments);
    }

    [Fact]
    public async Task V17_A_file_that_is_said_to_be_translated_must_have_come()
    {
        var form = Sample.Amending("""{"comments":"x"}""");
        form["attachments"] = JsonNode.Parse("""[{"name":"b.txt","translationOf":"note.pdf"}]""");
        var problem = Assert.Single(await Told(form, ("b.txt", Encoding.UTF8.GetBytes(Right))));
        Assert.Equal((ProblemCode.V17, "/attachments/0/translationOf"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task V21_A_long_list_is_cut_and_a_name_cannot_hide_anything()
    {
        var facts = Enumerable.Range(0, 8).Select(i => $"office{i}@mer.example").ToList();
        var (original, translation) = (string.Join(' ', facts.Concat(facts.Select(f => $"x{f}"))), string.Join(' ', facts));
        var problem = Assert.Single(await Told(("note.txt", $"Une note : {original}"), ("translation.txt", $"A note: {translation}")));
        Assert.EndsWith("xoffice4@mer.example, …", problem.Arguments[2]);
    }

    [Fact]
    public async Task Where_a_translation_agrees_or_is_none_or_could_be_of_two_nothing_is_told()
    {
        const string Mark = "Unofficial translation\n";
        (string, string)[][] silent =
        [
            [("note.txt", Note), ("b.txt", Mark + Right)],
            [("note.txt", Note), ("b.txt", Wrong)],
            [("note.txt", Note),
                ("b.txt", "Please find below the form, and an unofficial translation of the law that it names.\n" + Wrong)],
            [("note.txt", Note),
                ("b.txt", Mark + "Article 5. The central authority shall act without delay, and it is for the court to decide.")],
            [("note.txt", Note), ("c.txt", Note + " "), ("b.txt", Mark + Wrong)],
            [("note.txt", "Mission to the Office of the Authority, in Vienna: " + Right), ("b.txt", Mark + Wrong)],
            [("b.txt", Mark + Wrong)],
            [("note.txt", Note), ("b.txt", Mark + Wrong),
                .. Enumerable.Range(0, 5).Select(i => ($"annex{i}.txt", $"Annexe {i} à la note."))],
        ];
        foreach (var files in silent)
            Assert.Empty(await Told(files));
    }

    [Fact]
    public void A_text_of_nothing_but_numbers_is_compared_in_little_time_and_room()
    {
        var numbers = string.Join(' ', Enumerable.Range(100_000, 250_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(TranslationCheck.Missing(numbers, numbers));
        Assert.Equal(1000, TranslationCheck.Facts(numbers).Count);
        Assert.InRange(TranslationCheck.Missing(new string('7', 1_000_000), "").Single().Length, 4, 40);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    private Task<IReadOnlyList<Problem>> Told(params (string Name, string Text)[] files) =>
        Told(Sample.Amending($$"""{"comments":"{{Guid.NewGuid()}}"}"""), [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    private async Task<IReadOnlyList<Problem>> Told(JsonObject form, params (string Name, byte[] Bytes)[] files)
    {
        var accepted = Assert.IsType<SubmissionResult.Accepted>(
            await _desk.Submit(form, files: [.. files.Select(f => new SubmittedFile(f.Name, "text/plain", f.Bytes))]));
        var works = _desk.Clocked(_settings);
        var reading = new DocumentReading(works, _desk.Works, _desk.Notices, _desk.Files, new FileReader(), _settings, _desk.Clock);
        foreach (var id in DocumentWork.ToRead(accepted.Notice))
            await reading.Run(id, default);
        return (await _desk.Find(accepted.Notice)).Problems;
    }
}
