using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.States;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

public sealed class TextTests
{
    [Theory]
    [InlineData("a(a.")]
    [InlineData("a.")]
    [InlineData("a")]
    [InlineData("a-a(")]
    [InlineData("annex ")]
    [InlineData("annex:\n")]
    public void What_a_note_encloses_is_found_in_any_text_however_long_it_is_made(string piece) =>
        Assert.Empty(Enclosures.Absent(string.Concat(Enumerable.Repeat(piece, TextLayer.Most / piece.Length)), ["note.txt"], "/files/0"));

    [Fact]
    public void Of_a_list_of_thousands_of_files_that_did_not_come_the_first_are_asked_for()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"file{i}.pdf"));
        var told = Enclosures.Absent(text, ["note.txt"], "/files/0").ToList();
        Assert.Equal((20, "file0.pdf"), (told.Count, told[0].Arguments[0]));
    }

    private const string English =
        "The Permanent Mission presents its compliments to the Office and has the honour to inform it that "
        + "the Government has designated a central authority.";
    private const string French =
        "La Mission permanente présente ses compliments à l'Office et a l'honneur de porter à sa connaissance que "
        + "les coordonnées de l'autorité sont modifiées.";
    private const string Spanish =
        "La Misión Permanente saluda atentamente a la Oficina y tiene el honor de comunicar que "
        + "la Dirección sustituye a la Secretaría como autoridad competente en materia de extradición.";
    private const string Russian =
        "Постоянное представительство свидетельствует своё уважение Управлению и имеет честь сообщить о назначении центрального органа.";
    private const string Arabic =
        "تهدي البعثة الدائمة تحياتها إلى المكتب وتتشرف بإبلاغه بأن الحكومة قد عينت سلطة مركزية للمساعدة القانونية.";
    private const string Chinese = "常驻代表团向毒品和犯罪问题办公室致意，并谨通知政府已指定中央机关负责司法协助。";

    [Theory]
    [InlineData(English, Language.English)]
    [InlineData(French, Language.French)]
    [InlineData(Spanish, Language.Spanish)]
    [InlineData(Russian, Language.Russian)]
    [InlineData(Arabic, Language.Arabic)]
    [InlineData(Chinese, Language.Chinese)]
    [InlineData(
        "Die Ständige Vertretung beehrt sich, dem Büro mitzuteilen, dass die Regierung eine zentrale Behörde für die Rechtshilfe benannt hat.",
        null
    )]
    [InlineData(
        "A Missão Permanente cumprimenta o Escritório e tem a honra de informar que o Governo não designou uma autoridade central para os pedidos.",
        null
    )]
    [InlineData("Постійне представництво має честь повідомити, що уряд призначив центральний орган для її запитів і їх виконання.", null)]
    [InlineData("نمایندگی دائم مفتخر است به اطلاع دفتر برساند که دولت یک مرجع مرکزی برای پیگیری تعیین کرده است و گزارش می‌دهد", null)]
    [InlineData("+999 1 555 0100, 12", null)]
    [InlineData("note", null)]
    [InlineData("", null)]
    public void A_text_is_in_one_of_six_languages_or_in_none_that_is_certain(string text, Language? language) =>
        Assert.Equal(language, LanguageDetector.Of(text).Language);

    [Fact]
    public void What_is_certain_says_so()
    {
        Assert.InRange(LanguageDetector.Of(French).Confidence, 0.3, 1);
        Assert.InRange(LanguageDetector.Of("note 114").Confidence, 0, 1);
    }

    [Theory]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1251", Russian)]
    [InlineData("windows-1256", "تهدي البعثة الدائمة تحياتها إلى المكتب")]
    [InlineData("utf-8", Arabic)]
    [InlineData("utf-16", Chinese)]
    [InlineData("utf-16BE", Russian)]
    public void A_text_is_read_in_the_encoding_it_was_written_in(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var writing = Encoding.GetEncoding(encoding);
        Assert.Equal(text, TextEncoding.Decode([.. writing.GetPreamble(), .. writing.GetBytes(text)]));
    }

    [Fact]
    public void The_text_of_every_kind_is_read()
    {
        Assert.Contains("presents its compliments", Read(DocumentKind.Pdf, Pdf.WithText("The Mission\npresents its compliments")).Text);
        Assert.Equal("La Mission\npermanente\n", Read(DocumentKind.Docx, Package.Docx("La Mission", "permanente").Bytes()).Text);
        Assert.Contains("Misión", Read(DocumentKind.Odt, Package.Odt("La Misión Permanente").Bytes()).Text);
        Assert.Contains("+99915550100", Read(DocumentKind.Xlsx, Package.Xlsx("Office of cooperation", "+99915550100").Bytes()).Text);
    }

    [Fact]
    public void V16_A_scan_a_blank_page_and_a_damaged_file_are_told_apart()
    {
        Assert.Equal(Legibility.Scan, Read(DocumentKind.Pdf, Pdf.Scan()).Legibility);
        Assert.Equal(Legibility.Blank, Read(DocumentKind.Pdf, Pdf.WithText("")).Legibility);
        Assert.Equal(Legibility.Unreadable, Read(DocumentKind.Pdf, "%PDF-1.7\n%%EOF"u8.ToArray()).Legibility);
        Assert.Equal(Legibility.Blank, Read(DocumentKind.Docx, Package.Docx("  ").Bytes()).Legibility);
        Assert.Equal(Legibility.Scan, Read(DocumentKind.Jpeg, Picture.Jpeg()).Legibility);
    }

    [Fact]
    public void V22_Accents_that_stand_apart_are_joined_to_their_letters() =>
        Assert.Equal(
            "désignée par la République",
            Read(DocumentKind.Txt, Encoding.UTF8.GetBytes("désignée par la République".Normalize(NormalizationForm.FormD))).Text);

    [Theory]
    [InlineData("desig\u0301nee", Damage.Decomposed)]
    [InlineData("the party, партия", null)]
    [InlineData("the p\u0430rty", Damage.MixedScripts)]
    [InlineData("\uFEB3\uFEFC\uFEE1", Damage.RightToLeft)]
    [InlineData("dÃ©signÃ©e", Damage.WrongEncoding)]
    [InlineData("d\uFFFDsign\uFFFDe", Damage.WrongEncoding)]
    [InlineData(French, null)]
    [InlineData(Arabic, null)]
    public void V22_Damage_to_characters_is_found(string text, Damage? damage) =>
        Assert.Equal(damage is { } d ? [d] : [], TextDamage.Of(text));

    private static DocumentText Read(DocumentKind kind, byte[] bytes) =>
        FileReader.Text(kind, new MemoryStream(bytes));
}
