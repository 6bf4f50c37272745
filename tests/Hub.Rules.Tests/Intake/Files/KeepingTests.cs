using System.Text;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

public sealed class KeepingTests
{
    private static readonly byte[] Text = "A note."u8.ToArray();

    [Fact]
    public async Task A_file_is_kept_once_under_its_hash_and_the_manifest_names_it_as_often_as_it_came()
    {
        var desk = new Desk(Sample.Authority());
        var notice = await Submitted(desk, ("a.txt", Text), ("b.txt", Text));
        var blob = $"{notice.Id}/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Text))}";
        Assert.All(notice.Files, f => Assert.Equal(blob, f.Blob));
        Assert.Equal(Text, desk.Files.Kept[(Place.Originals, blob)]);
        var manifest = Encoding.UTF8.GetString(desk.Files.Kept[(Place.Originals, $"{notice.Id}/manifest.json")]);
        Assert.Equal(2, manifest.Split("\"sha256\"").Length - 1);
        Assert.Contains("\"kind\":\"TXT\"", manifest);
        Assert.Equal(2, desk.Files.Kept.Count);
    }

    [Fact]
    public async Task A_refused_file_goes_into_quarantine_and_its_sender_is_asked_for_another()
    {
        var desk = new Desk(Sample.Authority());
        var notice = await Submitted(desk, ("note.txt", Text), ("note.docx", Package.Docx("x").Part("word/vbaProject.bin", [1]).Bytes()));
        Assert.Equal([null, ProblemCode.F11], notice.Files.Select(f => f.Refused));
        Assert.Contains((Place.Quarantine, notice.Files[1].Blob), desk.Files.Kept.Keys);
        Assert.DoesNotContain((Place.Originals, notice.Files[1].Blob), desk.Files.Kept.Keys);
        var routed = await desk.Advance(notice);
        Assert.Equal(NoticeStatus.Query, routed.Status);
        var problem = Assert.Single(routed.Problems, p => p.Code == ProblemCode.F11);
        Assert.Equal(("/files/1", Outcome.Query, "note.docx"), (problem.Field, problem.Outcome, problem.Arguments[0]));
    }

    [Fact]
    public async Task A_refused_name_is_told_without_what_hides_in_it()
    {
        var notice = await Submitted(new Desk(Sample.Authority()), ("note\u202Efdp.exe\r\n", Text));
        Assert.Equal("notefdp.exe", Assert.Single(notice.Problems, p => p.Code == ProblemCode.F17).Arguments[0]);
    }

    [Fact]
    public async Task A_notice_waits_for_the_malware_scan_and_goes_on_when_it_is_clean()
    {
        var desk = new Desk(new DocumentSettings(AwaitScan: true), Sample.Authority());
        var notice = await Submitted(desk, ("note.txt", Text));
        var waiting = await desk.Advance(notice);
        Assert.Equal((NoticeStatus.Received, true), (waiting.Status, waiting.DueAt > desk.Clock.Now));
        Assert.Equal([(Place.Quarantine, notice.Files[0].Blob)], Files(desk));
        desk.Files.Scan = ScanVerdict.Clean;
        var routed = await desk.Advance(waiting);
        Assert.Equal((NoticeStatus.Review, false), (routed.Status, routed.Files[0].AwaitsScan));
        Assert.Equal([(Place.Originals, notice.Files[0].Blob)], Files(desk));
    }

    [Fact]
    public async Task What_is_found_clean_leaves_quarantine_though_another_file_is_still_awaited()
    {
        var desk = new Desk(new DocumentSettings(AwaitScan: true), Sample.Authority());
        var notice = await Submitted(desk, ("note.txt", Text), ("other.txt", [.. Text, (byte)'x']));
        desk.Files.Verdicts[notice.Files[0].Blob] = ScanVerdict.Clean;
        var waiting = await desk.Advance(notice);
        Assert.Equal([false, true], waiting.Files.Select(f => f.AwaitsScan));
        Assert.Equal([(Place.Quarantine, notice.Files[1].Blob)], Files(desk).Where(f => f.Item1 == Place.Quarantine));
    }

    [Theory]
    [InlineData(ScanVerdict.Malicious)]
    [InlineData(ScanVerdict.Failed)]
    public async Task What_the_malware_scan_objects_to_goes_into_quarantine(ScanVerdict verdict)
    {
        var desk = new Desk(new DocumentSettings(AwaitScan: true), Sample.Authority());
        desk.Files.Scan = verdict;
        Refused(desk, await desk.Advance(await Submitted(desk, ("note.txt", Text))));
    }

    [Fact]
    public async Task A_scan_that_never_answers_is_no_verdict_in_a_files_favour()
    {
        var desk = new Desk(new DocumentSettings(AwaitScan: true), Sample.Authority());
        var waiting = await desk.Advance(await Submitted(desk, ("note.txt", Text)));
        desk.Clock.Advance(TimeSpan.FromHours(7));
        Refused(desk, await desk.Advance(waiting));
    }

    private static void Refused(Desk desk, Notice routed)
    {
        Assert.Equal((NoticeStatus.Query, ProblemCode.F19), (routed.Status, routed.Files[0].Refused));
        Assert.Contains(routed.Problems, p => p is { Code: ProblemCode.F19, Field: "/files/0" });
        Assert.Equal(Text, desk.Files.Kept[(Place.Quarantine, routed.Files[0].Blob)]);
        Assert.Equal([(Place.Quarantine, routed.Files[0].Blob)], Files(desk));
    }

    private static IEnumerable<(Place, string)> Files(Desk desk) =>
        desk.Files.Kept.Keys.Where(k => !k.Item2.EndsWith(FileArchive.Manifest, StringComparison.Ordinal));

    private static async Task<Notice> Submitted(Desk desk, params (string Name, byte[] Bytes)[] files) =>
        Assert.IsType<SubmissionResult.Accepted>(await desk.Submit(
            Sample.Amending("""{"comments":"x"}"""),
            files: [.. files.Select(f => new SubmittedFile(f.Name, "application/pdf", f.Bytes))])).Notice;
}
