using Hub.Intake.Files.Inspection;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

public sealed class InspectorTests
{
    private const long MemoryForAny = 100L * 1024 * 1024;
    private static readonly TimeSpan TimeForAny = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Good => [.. GoodFiles.All.Keys];

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Good))]
    public void What_is_in_order_is_taken_for_what_its_bytes_say(string name)
    {
        var (kind, bytes) = GoodFiles.All[name];
        Assert.Equal(new Finding(kind, null), Inspect(bytes, "anything.exe"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_not_in_order_is_refused_with_its_code_soon_and_in_little_memory(string name)
    {
        var (code, bytes) = HostileFiles.All[name];
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), System.Diagnostics.Stopwatch.StartNew());
        Assert.Equal(code, Inspect(bytes).Refused);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MemoryForAny);
        Assert.InRange(start.Elapsed, TimeSpan.Zero, TimeForAny);
    }

    [Fact]
    public void What_is_packed_in_many_small_pieces_takes_no_more_memory_than_what_is_in_them()
    {
        var pdf = new Pdf().Page("");
        for (var i = 0; i < 1000; i++)
            pdf.AddStream("/Type /ObjStm", "7 0 << /Type /Font >>"u8.ToArray());
        var (bytes, before) = (pdf.Bytes(), GC.GetAllocatedBytesForCurrentThread());
        Assert.Null(Inspect(bytes).Refused);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MemoryForAny * 2);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData(@"C:\Users\me\note.pdf")]
    [InlineData("note\u202Efdp.exe")]
    [InlineData("note\0.pdf")]
    [InlineData("note\r\nX-Header: 1.pdf")]
    [InlineData("note.pdf\u200B")]
    [InlineData("CON.pdf")]
    [InlineData("com1.txt")]
    [InlineData("C:note.pdf")]
    [InlineData(".htaccess")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("note.pdf.")]
    public void A_name_that_is_a_path_or_hides_something_is_refused(string name) =>
        Assert.Equal(ProblemCode.F17, Inspect("A note."u8.ToArray(), name).Refused);

    [Fact]
    public void Half_a_character_is_no_name() => Assert.False(FileName.IsPlain("note \uD83D.pdf"));

    [Fact]
    public void A_name_that_is_too_long_is_refused() =>
        Assert.Equal(ProblemCode.F17, Inspect("A note."u8.ToArray(), new string('a', 201)).Refused);

    [Theory]
    [InlineData("Note verbale n° 207.pdf")]
    [InlineData("مذكرة شفوية.pdf")]
    [InlineData("普通照会.docx")]
    [InlineData("note 😀.txt")]
    [InlineData("Common.pdf")]
    [InlineData("Re: note 12.pdf")]
    [InlineData("\u200F\u0645\u0630\u0643\u0631\u0629 12.pdf")]
    [InlineData("\u0646\u0627\u0645\u0647\u200C\u0647\u0627.pdf")]
    public void A_name_in_any_script_is_a_name(string name) => Assert.True(FileName.IsPlain(name));

    [Theory]
    [InlineData("note.pdf", DocumentKind.Pdf, "note.pdf")]
    [InlineData("note.exe", DocumentKind.Pdf, "note.exe.pdf")]
    [InlineData("photo.JPEG", DocumentKind.Jpeg, "photo.JPEG")]
    [InlineData("../a\u202Eb", DocumentKind.Txt, "_a_b.txt")]
    [InlineData("", DocumentKind.Csv, "document.csv")]
    [InlineData("Re: note.pdf", DocumentKind.Pdf, "Re_ note.pdf")]
    [InlineData("CON.pdf", DocumentKind.Pdf, "documentCON.pdf")]
    public void A_file_is_saved_under_the_ending_of_what_it_is(string name, DocumentKind kind, string saved) =>
        Assert.Equal(saved, FileName.ToSave(name, kind));

    [Fact]
    public void A_file_is_saved_under_a_name_that_is_not_longer_than_names_are()
    {
        Assert.Equal($"{new string('a', 196)}.pdf", FileName.ToSave(new string('a', 5000), DocumentKind.Pdf));
        Assert.Equal($"{new string('a', 195)}.pdf", FileName.ToSave($"{new string('a', 195)}😀😀.pdf", DocumentKind.Pdf));
    }

    [Theory]
    [InlineData("note.docx", ProblemCode.F18)]
    [InlineData("note.PDF", ProblemCode.F18)]
    [InlineData("note.xyz", ProblemCode.F10)]
    public void What_is_nothing_under_the_name_of_a_document_was_damaged(string name, ProblemCode code) =>
        Assert.Equal(code, Inspect([0x01, 0x02, 0x03, 0xFF, 0xFE, 0x00, 0x9A, 0x10], name).Refused);

    private static Finding Inspect(byte[] bytes, string name = "note") => Inspector.Inspect(name, new MemoryStream(bytes));
}
