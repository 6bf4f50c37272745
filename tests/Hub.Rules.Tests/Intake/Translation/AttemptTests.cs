using System.Text;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Intake.Translation;

/// <summary>I11: an attempt is counted before it begins, so that work which ends its process ends too.</summary>
public sealed class AttemptTests
{
    private static readonly DocumentSettings Settings = new();
    private readonly Desk _desk = new(Sample.Authority());
    private readonly CountingFileReader _reader = new();

    [Theory]
    [InlineData(true, 6, 2)]
    [InlineData(false, 3, 1)]
    public async Task A_document_that_ends_the_process_or_breaks_its_reader_is_given_up_after_some_attempts_and_its_sender_is_asked(
        bool dies, int attempts, int notes)
    {
        var notice = await Submitted();
        _reader.BeforeText = () => throw (dies ? new CrashException() : new InvalidDataException());
        var begun = 0;
        for (var run = 0; run < 9; run++, _desk.Clock.Advance(TimeSpan.FromHours(7)))
            begun += await Dies() ? 1 : 0;

        Assert.Equal(attempts, begun);
        var work = _desk.Works[$"{notice.Id}/1"];
        Assert.Equal((WorkState.Impossible, null), (work.State, work.DueAt));
        var told = _desk.Notices.All.Single();
        Assert.Equal(NoticeStatus.Query, told.Status);
        Assert.Contains(told.Problems, p => p is { Code: ProblemCode.V16, Field: "/files/0" });
        Assert.Equal(notes, _desk.Failures.All.Count);
        Assert.All(_desk.Failures.All.Values, f => Assert.Equal(("documents", $"{notice.Id}/1"), (f.Queue, f.Body)));
    }

    // A process is killed for reasons of its own: nobody is to be asked for another file because of that.
    [Fact]
    public async Task A_document_that_five_kills_met_is_read_and_its_sender_is_asked_nothing()
    {
        var id = $"{(await Submitted()).Id}/1";
        var kills = 5;
        _reader.BeforeText = () =>
        {
            if (kills-- > 0)
                throw new CrashException();
        };
        for (var run = 0; run < 6; run++, _desk.Clock.Advance(TimeSpan.FromHours(7)))
            await Dies();

        Assert.Equal(WorkState.Done, _desk.Works[id].State);
        Assert.NotEqual(NoticeStatus.Query, _desk.Notices.All.Single().Status);
        Assert.NotNull(Assert.Single(_desk.Failures.All.Values).RetriedAt);
    }

    [Fact]
    public async Task A_document_that_waits_for_another_attempt_is_read_at_once_where_a_person_asks()
    {
        var id = $"{(await Submitted()).Id}/1";
        _reader.BeforeText = () => throw new CrashException();
        for (var run = 0; run < 3; run++, _desk.Clock.Advance(TimeSpan.FromMinutes(4)))
            await Dies();
        _reader.BeforeText = () => { };
        Assert.False(await Dies());
        Assert.Equal(WorkState.Waiting, _desk.Works[id].State);
        await _desk.Clocked(Settings).Reopen(id, default);
        Assert.False(await Dies());
        Assert.Equal(WorkState.Done, _desk.Works[id].State);
    }

    [Fact]
    public async Task A_document_that_was_given_up_is_read_when_a_person_asks_for_it_again()
    {
        var notice = await Submitted();
        _reader.BeforeText = () => throw new CrashException();
        for (var run = 0; run < 7; run++, _desk.Clock.Advance(TimeSpan.FromHours(7)))
            await Dies();
        _reader.BeforeText = () => { };
        await _desk.Clocked(Settings).Reopen($"{notice.Id}/1", default);
        Assert.False(await Dies());
        Assert.Equal(Legibility.Text, _desk.Works[$"{notice.Id}/1"].Legibility);
    }

    [Fact]
    public async Task An_outage_of_the_hubs_own_services_is_no_attempt()
    {
        var notice = await Submitted();
        _reader.BeforeText = () => throw new TimeoutException();
        for (var run = 0; run < 6; run++, _desk.Clock.Advance(TimeSpan.FromMinutes(4)))
            await Dies(e => e is TimeoutException);
        _reader.BeforeText = () => { };
        Assert.False(await Dies());
        Assert.Equal(WorkState.Done, _desk.Works[$"{notice.Id}/1"].State);
        Assert.Empty(_desk.Failures.All);
    }

    [Fact]
    public async Task A_document_that_is_still_being_read_is_not_begun_again_however_long_that_takes()
    {
        var id = $"{(await Submitted()).Id}/1";
        var (reading, readers) = (Reading(), 0);
        _reader.BeforeText = () =>
        {
            if (++readers > 1)
                return;
            _desk.Clock.Advance(TimeSpan.FromMinutes(4));
            Assert.Empty(reading.Run(id, default).GetAwaiter().GetResult());
        };

        await reading.Run(id, default);

        Assert.Equal((1, WorkState.Done), (readers, _desk.Works[id].State));
    }

    private async Task<bool> Dies(Func<Exception, bool>? isOutage = null)
    {
        var reading = Reading(isOutage);
        try
        {
            foreach (var id in (await _desk.Works.Due(_desk.Clock.Now, default)).Where(i => i.Split('/').Length == 2))
                await reading.Run(id, default);
            return false;
        }
        catch (Exception e) when (e is CrashException or TimeoutException or InvalidDataException)
        {
            return true;
        }
    }

    private DocumentReading Reading(Func<Exception, bool>? isOutage = null) => new(
        _desk.Clocked(Settings, isOutage), _desk.Works, _desk.Notices, _desk.Files, _reader, Settings, _desk.Clock);

    private async Task<Notice> Submitted()
    {
        var bytes = Encoding.UTF8.GetBytes("The Permanent Mission presents its compliments to the Office.");
        var notice = Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(
            Sample.Amending("""{"comments":"x"}"""), files: new SubmittedFile("note.txt", "text/plain", bytes))).Notice;
        return await _desk.Advance(notice);
    }
}
