using System.Diagnostics;
using System.Globalization;
using Hub.Host.Worker;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Parts;

public sealed class WorkerRegisterTests : IDisposable
{
    private const int Starts = 100;
    private const int Looks = 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-host-register-").FullName;
    private readonly ChildProcess _process = ChildProcess.Start("sleep", ["600"]);

    [Fact]
    public void The_worker_of_a_living_host_is_left_alone()
    {
        var register = new WorkerRegister(_folder);
        register.Note(_process.Id);

        Assert.Empty(register.EndLeftBehind());
        Assert.False(_process.HasExited);
        Assert.Single(Directory.GetFiles(_folder));

        register.Forget();
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_worker_of_a_host_that_is_gone_is_ended()
    {
        Write("999999", Gone, Running(TimeSpan.Zero));

        Assert.Equal([_process.Id], new WorkerRegister(_folder).EndLeftBehind());

        await Eventually.True(() => _process.HasExited, "the worker has ended");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_process_that_only_has_the_worker_s_number_is_left_alone()
    {
        Write("999999", Gone, Running(TimeSpan.FromSeconds(-10)));

        Assert.Empty(new WorkerRegister(_folder).EndLeftBehind());
        Assert.False(_process.HasExited);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_host_that_only_has_the_number_of_one_that_is_gone_does_not_protect_its_worker()
    {
        Write("1", $"{Environment.ProcessId} {DateTime.UtcNow.AddDays(-1):O}", Running(TimeSpan.Zero));

        Assert.Equal([_process.Id], new WorkerRegister(_folder).EndLeftBehind());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("-1 2026-01-01\n0 2026-01-01")]
    [InlineData("1 x\n1 y\n1 z")]
    public void A_file_that_is_damaged_ends_nothing_and_is_taken_away(string text)
    {
        var file = Path.Combine(_folder, "7");
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-2));

        Assert.Empty(new WorkerRegister(_folder).EndLeftBehind());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_file_that_another_host_is_just_writing_is_left_alone()
    {
        Write("7", Gone);

        Assert.Empty(new WorkerRegister(_folder).EndLeftBehind());
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_worker_that_ends_while_it_is_being_noted_does_not_end_the_host()
    {
        var register = new WorkerRegister(_folder);
        for (var i = 0; i < Starts; i++)
        {
            using var ends = Process.Start("true");
            for (var look = 0; look < Looks; look++)
                register.Note(ends.Id);
        }

        Assert.Empty(register.EndLeftBehind());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.DisposeAsync().AsTask().Wait();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Gone => $"999999999 {DateTime.UtcNow:O}";

    private string Running(TimeSpan off)
    {
        using var process = Process.GetProcessById(_process.Id);
        return string.Create(CultureInfo.InvariantCulture, $"{_process.Id} {process.StartTime.ToUniversalTime() + off:O}");
    }

    private void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, name), lines);
}
