using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.SampleFiles;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Translation;

public sealed class TranslationTests
{
    private const string French =
        "La Mission permanente présente ses compliments à l'Office et a l'honneur de porter à sa connaissance "
        + "les coordonnées de l'autorité.";
    private readonly Desk _desk = new(
        new DocumentSettings { Languages = [Language.English, Language.French, Language.Spanish] }, Sample.Authority());
    private readonly FakeTranslator _translator = new();

    [Fact]
    public async Task A_document_is_translated_once_into_every_language_it_is_not_in_and_says_so()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        await Work();
        await Work();
        Assert.Equal([Language.English, Language.Spanish], _translator.Asked.Order());
        var done = _desk.Works[$"{notice.Id}/1/en"];
        var record = done.Record!;
        Assert.Equal(
            (WorkState.Done, "fake", Glossary.Version, notice.Files[0].Sha256),
            (done.State, record.Engine, record.Glossary, record.SourceSha256));
        Assert.StartsWith(
            "Translated from French by fake. The original prevails.\n\n",
            Encoding.UTF8.GetString(_desk.Files.Kept[(Place.Documents, record.Blob)]));
        Assert.Equal(
            (Legibility.Text, Language.French),
            (_desk.Works[$"{notice.Id}/1"].Legibility!.Value, _desk.Works[$"{notice.Id}/1"].From!.Value));
    }

    [Fact]
    public async Task A_crash_between_keeping_a_translation_and_noting_it_does_not_make_it_twice()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        await Work();
        var done = _desk.Works[$"{notice.Id}/1/en"];
        await _desk.Works.Save(done with { State = WorkState.Waiting, Record = null, DueAt = _desk.Clock.Now }, default);
        await Work();
        Assert.Equal(done.Record, _desk.Works[done.Id].Record);
        Assert.Equal(2, _translator.Asked.Count);
    }

    [Fact]
    public async Task A_crash_in_the_middle_is_made_up_for_when_the_lease_is_over()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        _translator.Answer = () => throw new InvalidOperationException("power cut");
        await Assert.ThrowsAsync<InvalidOperationException>(Work);
        _translator.Answer = null;
        _desk.Clock.Advance(TimeSpan.FromMinutes(4));
        await Work();
        Assert.Equal(WorkState.Done, _desk.Works[$"{notice.Id}/1/en"].State);
        Assert.Equal(WorkState.Done, _desk.Works[$"{notice.Id}/1/es"].State);
    }

    [Fact]
    public async Task A_translator_that_fails_is_asked_later_and_after_a_day_a_person_sees_that_it_is_down()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        _translator.Answer = () => new Translated.Failed(new(Failure.Transient, "the translator could not be reached"));
        await Work();
        Assert.Equal(
            (WorkState.Waiting, true),
            (_desk.Works[$"{notice.Id}/1/en"].State, _desk.Works[$"{notice.Id}/1/en"].DueAt > _desk.Clock.Now));
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        await Work();
        Assert.Equal(WorkState.Impossible, _desk.Works[$"{notice.Id}/1/en"].State);
        Assert.StartsWith("the translator could not be reached", _desk.Works[$"{notice.Id}/1/en"].Reason);
    }

    [Fact]
    public async Task What_a_person_translated_stands_and_the_machine_does_not_take_its_place()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        var human = new HumanTranslations(_desk.Works, _desk.Files, new FileReader(), _desk.Clock);
        Assert.Null(await human.Put(
            notice, 1, Language.English, Callers.First, new("t.docx", "", Package.Docx("The Mission").Bytes()), default));
        await Work();
        var stands = _desk.Works[$"{notice.Id}/1/en"];
        Assert.Equal((WorkState.Human, "reviewer-1", DocumentKind.Docx), (stands.State, stands.Record!.Engine, stands.Record.Kind));
        var refused = await human.Put(notice, 1, Language.English, Callers.First, new("t.exe", "", "MZ"u8.ToArray()), default);
        Assert.Equal(ProblemCode.F12, refused!.Code);
        Assert.Equal(stands.Record, _desk.Works[stands.Id].Record);
    }

    [Fact]
    public async Task V16_A_blank_document_sends_a_notice_back_and_a_scan_waits_for_a_person()
    {
        var blank = await Submitted("note.pdf", Pdf.WithText(""));
        var scan = await Submitted("note.pdf", Pdf.Scan());
        await Work();
        Assert.Contains((await _desk.Find(blank)).Problems, p => p is { Code: ProblemCode.V16, Field: "/files/0" });
        Assert.Equal(NoticeStatus.Query, (await _desk.Advance(blank)).Status);
        Assert.Equal(Legibility.Scan, _desk.Works[$"{scan.Id}/1"].Legibility);
        Assert.Empty((await _desk.Find(scan)).Problems);
        Assert.Empty(_translator.Asked);
    }

    [Theory]
    [InlineData(
        "Please see form-arvenia.xlsx and note.txt; the law is at https://law.example/act.pdf, write to a.b.pdf@c.example.",
        "Query form-arvenia.xlsx"
    )]
    [InlineData("The form is in NOTE.TXT. Enclosures: 2", "Warn Enclosures: 2|")]
    [InlineData("Vienna, 14 March 2025   Enclosure: 1", "Warn Enclosure: 1|")]
    [InlineData("Pièces jointes : 3", "Warn Pièces jointes : 3|")]
    [InlineData("المرفقات: ٢", "Warn المرفقات: ٢|")]
    [InlineData("附件：2", "Warn 附件：2|")]
    [InlineData("Приложения: 2; Anexo: 0", null)]
    [InlineData("Article 18, paragraph 13: 2 authorities.", null)]
    public async Task V17_What_a_note_names_or_counts_and_did_not_bring_is_told(string text, string? told)
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(text));
        await Work();
        var found = (await _desk.Find(notice)).Problems.Where(p => p.Code == ProblemCode.V17)
            .Select(p => $"{p.Outcome} {string.Join('|', p.Arguments)}");
        Assert.Equal(told, found.SingleOrDefault());
    }

    [Fact]
    public async Task V21_What_a_translation_lacks_of_numbers_and_addresses_is_shown_to_who_reads_it()
    {
        var notice = await Submitted(
            "note.txt",
            Encoding.UTF8.GetBytes($"{French} Téléphone +999 1 555 0100, 12 000 dossiers, a@justice.example, b@justice.example."));
        _translator.Answer = () => new Translated.Text("Telephone +99915550100, 12,000 files, A@justice.example.");
        await Work();
        Assert.Equal(["b@justice.example"], _desk.Works[$"{notice.Id}/1/en"].Missing);
        Assert.Equal(["0100", "2025"], TranslationCheck.Missing("+999 1 555 0100, ٢٠٢٥", "no number"));
    }

    [Fact]
    public async Task V21_What_a_translation_lacks_is_known_after_a_crash_between_keeping_and_noting_it_too()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes($"{French} Téléphone +999 1 555 0100, a@justice.example."));
        _translator.Answer = () => new Translated.Text("Telephone +99915550100.");
        await Work();
        var done = _desk.Works[$"{notice.Id}/1/en"];
        await _desk.Works.Save(done with { State = WorkState.Waiting, Record = null, Missing = [], DueAt = _desk.Clock.Now }, default);
        await Work();
        Assert.Equal((WorkState.Done, "a@justice.example"), (_desk.Works[done.Id].State, Assert.Single(_desk.Works[done.Id].Missing)));
    }

    [Fact]
    public async Task Of_a_text_longer_than_any_note_the_first_part_is_translated_and_says_so()
    {
        const int BytesOfOneCall = 10 * 1024 * 1024, MostBytesOfACharacter = 3;
        Assert.True(TextLayer.Most * MostBytesOfACharacter < BytesOfOneCall);
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{French}\n", 17_000))));
        await Work();
        Assert.Equal(TextLayer.Part, _desk.Works[$"{notice.Id}/1"].Reason);
        var english = _desk.Works[$"{notice.Id}/1/en"];
        Assert.Equal((WorkState.Done, TextLayer.Part), (english.State, english.Reason));
    }

    [Fact]
    public async Task A_language_that_is_not_certain_is_not_translated_from()
    {
        var notice = await Submitted("note.txt", "Die Regierung hat eine zentrale Behörde für die Rechtshilfe benannt."u8.ToArray());
        await Work();
        Assert.Equal("its language is not certain", _desk.Works[$"{notice.Id}/1"].Reason);
        Assert.Empty(_translator.Asked);
    }

    [Fact]
    public void The_glossary_has_every_term_in_six_languages()
    {
        foreach (var from in Enum.GetValues<Language>())
            foreach (var into in Enum.GetValues<Language>())
                Assert.All(Glossary.Pairs(from, into), p => Assert.True(p.From.Trim().Length > 1 && p.Into.Trim().Length > 1));
        Assert.Contains("central authority\tautorité centrale\n", Glossary.Tsv(Language.English, Language.French));
    }

    private async Task Work()
    {
        var settings = new DocumentSettings { Languages = [Language.English, Language.French, Language.Spanish] };
        var works = _desk.Clocked(settings);
        var reading = new DocumentReading(works, _desk.Works, _desk.Notices, _desk.Files, new FileReader(), settings, _desk.Clock);
        var translation = new DocumentTranslation(
            works, _desk.Works, _desk.Notices, _desk.Files, new FileReader(), _translator, _desk.Clock);
        while (await _desk.Works.Due(_desk.Clock.Now, default) is [var id, ..])
        {
            if (id.Split('/').Length == 2)
                await reading.Run(id, default);
            else
                await translation.Run(id, default);
        }
    }

    private async Task<Notice> Submitted(string name, byte[] bytes) => Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(
        Sample.Amending($$"""{"comments":"{{Guid.NewGuid()}}"}"""), files: new SubmittedFile(name, "application/pdf", bytes))).Notice;

    private sealed class FakeTranslator : ITranslator
    {
        public List<Language> Asked { get; } = [];

        public Func<Translated>? Answer { get; set; }

        public string Name => "fake";

        public Task<Translated> Translate(string text, Language from, Language into, string glossary, CancellationToken cancel)
        {
            Asked.Add(into);
            return Task.FromResult(Answer?.Invoke() ?? new Translated.Text($"[{into}] {text}"));
        }
    }
}
