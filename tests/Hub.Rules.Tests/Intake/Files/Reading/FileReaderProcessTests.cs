using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Reports;
using Hub.LocalProcesses;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Rules.Tests.Intake.Mails;
using Hub.Rules.Tests.Intake.Mails.Scoring;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files.Reading;

/// <summary>I11: what a file does to its reader, it does to a process that is there for nothing else.</summary>
public sealed class FileReaderProcessTests : IAsyncDisposable
{
    private static readonly byte[] Note = Pdf.WithText("The Permanent Mission presents its compliments.");
    private readonly ConcurrentQueue<FileReaderFailure> _failures = new();
    private readonly List<FileReaderPool> _pools = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools)
            await pool.DisposeAsync();
    }

    /// <summary>Files that take the process, gigabytes or minutes from whoever reads their text, and how that ends here.</summary>
    public static TheoryData<string, string[]> Heavy => new()
    {
        { "two forms that draw each other.pdf", ["Died", "Died"] },
        { "forms that draw forms many times.pdf", ["TookProcessor"] },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public async Task A_file_that_takes_too_much_ends_its_reader_and_the_next_is_read_by_another(string name, string[] outcomes)
    {
        var (reader, pool) = Start(
            new()
            {
                Processes = 1,
                MostMemory = long.MaxValue,
                MostHeap = 2L << 30,
                MostProcessor = TimeSpan.FromSeconds(5),
                MostTime = TimeSpan.FromMinutes(3),
            });
        Assert.Equal(Legibility.Text, (await reader.Text(DocumentKind.Pdf, new MemoryStream(Note), default)).Legibility);
        var first = Assert.Single(pool.Idle);

        var read = await reader.Text(DocumentKind.Pdf, new MemoryStream(HeavyFiles.All[name]), default);

        Assert.Equal(Legibility.Unreadable, read.Legibility);
        Assert.Equal(outcomes, _failures.Select(f => f.Outcome));
        Assert.Equal(Legibility.Text, (await reader.Text(DocumentKind.Pdf, new MemoryStream(Note), default)).Legibility);
        Assert.NotEqual(first, Assert.Single(pool.Idle));
    }

    [Fact]
    public async Task A_file_that_takes_too_much_memory_ends_its_reader()
    {
        var (reader, _) = Start(new() { Processes = 1 });
        var operators = new Pdf().Page(string.Concat(Enumerable.Repeat("q Q ", 4_000_000))).Bytes();
        Assert.Equal(Legibility.Unreadable, (await reader.Text(DocumentKind.Pdf, new MemoryStream(operators), default)).Legibility);
        Assert.Equal(["TookMemory"], _failures.Select(f => f.Outcome));
    }

    public static TheoryData<string> AllHeavy => [.. HeavyFiles.All.Keys];

    [Theory]
    [MemberData(nameof(AllHeavy))]
    public async Task A_small_file_that_becomes_large_is_refused_with_what_to_send_instead_and_the_next_is_read(string name)
    {
        var (reader, _) = Start(new() { Processes = 1 });
        var refused = (await reader.Inspect("note.pdf", new MemoryStream(HeavyFiles.All[name]), default)).Refused;
        Assert.Contains(refused, new ProblemCode?[] { ProblemCode.F15, ProblemCode.F18 });
        Assert.Null((await reader.Inspect("note.pdf", new MemoryStream(Note), default)).Refused);
    }

    [Fact]
    public async Task A_reader_that_hangs_is_ended_when_its_time_is_up_and_its_file_refused()
    {
        var (reader, pool) = Start(new() { Processes = 1, MostTime = TimeSpan.FromSeconds(20) });
        await reader.Inspect("note.pdf", new MemoryStream(Note), default);
        var process = Assert.Single(pool.Idle);
        Process.Start("kill", ["-STOP", $"{process}"]).WaitForExit();

        Assert.Equal(ProblemCode.F15, (await reader.Inspect("note.pdf", new MemoryStream(Note), default)).Refused);

        Assert.Equal(["TookTime"], _failures.Select(f => f.Outcome));
        Assert.False(Directory.Exists($"/proc/{process}"));
        Assert.Null((await reader.Inspect("note.pdf", new MemoryStream(Note), default)).Refused);
    }

    [Fact]
    public async Task A_reader_that_somebody_killed_is_no_fault_of_the_file_that_comes_next()
    {
        var (reader, pool) = Start(new() { Processes = 1 });
        await reader.Inspect("note.pdf", new MemoryStream(Note), default);
        Process.Start("kill", ["-KILL", $"{Assert.Single(pool.Idle)}"]).WaitForExit();
        Assert.Equal(new Finding(DocumentKind.Pdf, null), await reader.Inspect("note.pdf", new MemoryStream(Note), default));
    }

    [Fact]
    public async Task A_reader_reads_many_files_and_is_replaced_after_so_many()
    {
        var (reader, pool) = Start(new() { Processes = 1, MostFiles = 3 });
        var processes = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            await reader.Inspect("note.pdf", new MemoryStream(Note), default);
            processes.Add(pool.Idle is [var idle] ? idle : 0);
        }
        Assert.Equal([processes[0], processes[0], 0, processes[3], processes[3]], processes);
        Assert.NotEqual(processes[0], processes[3]);
    }

    [Fact]
    public async Task A_reading_that_nobody_waits_for_any_more_ends_its_reader()
    {
        var (reader, pool) = Start(new() { Processes = 1 });
        using var cancel = new CancellationTokenSource();
        var heavy = reader.Text(DocumentKind.Pdf, new MemoryStream(HeavyFiles.All["forms that draw forms many times.pdf"]), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heavy);
        Assert.Empty(pool.Idle);
        Assert.Null((await reader.Inspect("note.pdf", new MemoryStream(Note), default)).Refused);
    }

    [Fact]
    public async Task A_reader_knows_nothing_of_the_hub_and_talks_to_nobody()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SECRET", "canary");
        var (reader, pool) = Start(new() { Processes = 1 });
        foreach (var (_, bytes) in GoodFiles.All.Values)
            await reader.Inspect("file", new MemoryStream(bytes), default);
        await reader.Text(DocumentKind.Pdf, new MemoryStream(Note), default);
        var process = Assert.Single(pool.Idle);

        var names = Encoding
            .UTF8.GetString(await File.ReadAllBytesAsync($"/proc/{process}/environ"))
            .Split('\0')
            .Select(v => v.Split('=')[0]);
        Assert.DoesNotContain(
            names, n => n.Length > 0 && n is not ("TMPDIR" or "LD_LIBRARY_PATH") && !n.StartsWith("DOTNET_", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory.GetFiles($"/proc/{process}/fd").Select(f => File.ResolveLinkTarget(f, false)?.ToString() ?? ""),
            target => target.Contains("socket:", StringComparison.Ordinal));
        var folder = File.ResolveLinkTarget($"/proc/{process}/cwd", false)!.FullName;
        Assert.Contains("hub-reader-", folder);
        await pool.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_reader_whose_hub_is_gone_goes_too_even_in_the_middle_of_a_file()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hub.FileReader.dll")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var bytes = HeavyFiles.All["forms that draw forms many times.pdf"];
        using var content = new MemoryStream(bytes);
        await Frames.Write(process.StandardInput.BaseStream, new(FileReaderTask.Text, null, DocumentKind.Pdf), content, default);
        await Eventually.True(() => process.TotalProcessorTime > TimeSpan.FromSeconds(1), "it is at work");
        process.StandardInput.Close();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Everything_is_read_in_another_process_as_it_is_in_this()
    {
        var (reader, _) = Start(new() { Processes = 2 });
        var files = GoodFiles.All.Select(f => (f.Key, f.Value.Bytes))
            .Concat(HostileFiles.All.Where(f => f.Value.Bytes.Length is > 0 and < 100_000).Select(f => (f.Key, f.Value.Bytes))).ToList();
        foreach (var (name, bytes) in files)
        {
            var found = await reader.Inspect(name, new MemoryStream(bytes), default);
            Same(FileReader.Inspect(name, new MemoryStream(bytes)), found, name);
            if (found is not { Refused: null, Kind: { } kind })
                continue;
            Same(FileReader.Text(kind, new MemoryStream(bytes)), await reader.Text(kind, new MemoryStream(bytes), default), name);
            Same(
                FileReader.Form(kind, name, new MemoryStream(bytes), null),
                await reader.Form(kind, name, new MemoryStream(bytes), null, default),
                name);
        }
        foreach (
            var mail in Corpus
                .All.Select(m => (m.Name, Bytes: Corpus.Bytes(m)))
                .Concat(HostileMails.All.Select(m => (Name: m.Key, Bytes: m.Value))))
        {
            Same(MailParser.Parse(mail.Bytes), await reader.Parse(mail.Bytes, default), mail.Name);
            Same(await new ReportParser().Read(mail.Bytes, default), await reader.Read(mail.Bytes, default), mail.Name);
        }
        Assert.Empty(_failures);
    }

    [Fact]
    public void A_file_may_take_150_megabytes_and_10_seconds_of_the_processor() => Assert.Equal(
        (150L * 1024 * 1024, TimeSpan.FromSeconds(10)), (new FileReaderLimits().MostMemory, new FileReaderLimits().MostProcessor));

    [Fact]
    public async Task The_largest_mail_that_is_taken_can_be_read_within_the_limits()
    {
        var (reader, _) = Start(new() { Processes = 1 });
        var attachment = new byte[30 * 1024 * 1024];
        new Random(1).NextBytes(attachment);
        var mail = HostileMailFiles.Mail("octet-stream; name=\"scan.pdf\"", attachment);
        var parsed = await reader.Parse(mail, default);
        Assert.Empty(_failures);
        Assert.Equal(attachment.Length, Assert.Single(parsed.Files).Content.Length);
    }

    [Fact]
    public async Task A_file_that_cannot_be_had_is_not_one_that_cannot_be_read()
    {
        var (reader, _) = Start(new() { Processes = 1 });
        using var file = new BrokenStream(200_000);
        await Assert.ThrowsAsync<TimeoutException>(() => reader.Text(DocumentKind.Txt, file, default));
        Assert.Empty(_failures);
        Assert.Equal(Legibility.Text, (await reader.Text(DocumentKind.Pdf, new MemoryStream(Note), default)).Legibility);
    }

    /// <summary>As a blob whose storage goes away in the middle.</summary>
    private sealed class BrokenStream(int length) : MemoryStream(new byte[length])
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new TimeoutException("Storage is away.");
    }

    private void Same<T>(T expected, T actual, string name)
    {
        Assert.True(_failures.IsEmpty, $"{name}: {string.Join(", ", _failures)}");
        Assert.Equal(
            $"{name}: {JsonSerializer.Serialize(expected, HubJson.Options)}",
            $"{name}: {JsonSerializer.Serialize(actual, HubJson.Options)}");
    }

    private (ProcessFileReader, FileReaderPool) Start(FileReaderLimits limits)
    {
        var pool = new FileReaderPool(limits, _failures.Enqueue);
        _pools.Add(pool);
        return (new(pool), pool);
    }
}
