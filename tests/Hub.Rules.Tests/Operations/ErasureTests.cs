using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Recipients;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations;

/// <summary>A person is taken out of everything that the hub keeps, and the log still proves itself.</summary>
public sealed class ErasureTests
{
    private static readonly string[] Traces = ["Nwosu", "NWOSU", "15557788", "a.nwosu@"];
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task A_person_goes_out_of_notices_mails_files_and_every_version_of_a_record()
    {
        await _rig.Settled();
        Assert.All(Traces, t => Assert.Contains(t, _rig.Everything, StringComparison.Ordinal));

        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
        var done = _rig.Erasures.Only;
        Assert.Equal((ErasureState.Done, null), (done.State, done.Request));
        Assert.Equal("FILE 5, MAIL 1, NOTICE 1, RECORD 1", string.Join(", ", done.Counts().Select(c => $"{c.Key} {c.Value}")));
        // What is nobody's own stays.
        var record = _rig.Register.Now.Authorities[Sample.Record].Restricted;
        Assert.Equal(["+99915550100"], record.Phones!.Select(p => p.Number));
        Assert.Equal(["cooperation@justice.example"], record.Emails!.Select(e => e.Address));
        Assert.Equal("Ask for Ms. [erased].", record.Comments);
        Assert.Equal("2025-03-01", (string)_rig.Notices.All.Single().Form["noteDate"]!);
    }

    [Fact]
    public async Task The_log_verifies_afterwards_and_says_that_it_happened_and_names_nobody()
    {
        await _rig.Settled();
        var before = _rig.Register.Log.ToList();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        var log = _rig.Register.Log;
        Assert.Equal(before, log.Take(before.Count));
        Assert.Null(ChainVerifier.Verify(log, _rig.Register.Now.Head));
        Assert.Equal([EventType.AuthorityAmended, EventType.DataErased], log.Skip(before.Count).Select(e => e.Type));
        Assert.Equal(["comments", "contactPerson", "emails", "phones"], log[^2].Facts.Changed);
        Assert.Equal(4, log[^1].Facts.Erased!.Count);
        // The new version is what the log says, and the ones before prove nothing to whoever guesses.
        Assert.Equal(log[^2].Facts.RecordHash, _rig.Register.Now.Authorities[Sample.Record].Hash());
        Assert.All(_rig.Register.EarlierVersions(Sample.Record), v => Assert.Equal("", v.Upkeep.Salt));
    }

    [Fact]
    public async Task One_notice_loses_everything_personal_with_its_mail_whoever_it_is_about()
    {
        var notice = await _rig.Settled();
        await _rig.Order(new() { Notice = notice.Id });
        await _rig.RunToTheEnd();

        var left = _rig.Notices.All.Single();
        Assert.Equal("""{"kind":"NEW_DESIGNATION","noteDate":"2025-03-01"}""", left.Form.ToJsonString());
        Assert.Equal((notice.Id, notice.Status, notice.ReceivedAt), (left.Id, left.Status, left.ReceivedAt));
        Assert.Equal(("[erased]", "abc"), (left.Files.Single().Name, left.Files.Single().Sha256));
        Assert.Equal("[erased]", left.Sender.Name);
        Assert.Empty(_rig.Files.Kept);
        Assert.Null(_rig.Mails.All.Single().From);
        // The register is the State's: it changes only where a person is erased.
        Assert.Equal(2, _rig.Register.Now.Authorities[Sample.Record].Version);
    }

    [Fact]
    public async Task What_is_open_waits_until_it_is_settled_and_the_rest_is_done()
    {
        var open = await _rig.Settled(NoticeStatus.Review);
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd(6);

        var waiting = Assert.Single(_rig.Erasures.Only.Items, i => !i.IsDone);
        Assert.Equal((ErasureState.Waiting, open.Id), (_rig.Erasures.Only.State, waiting.Id));
        Assert.Contains(ErasureRig.Number[1..], (await _rig.Notices.Find(open.Id, default))!.Form.ToJsonString(), StringComparison.Ordinal);

        await _rig.Notices.Save((await _rig.Notices.Find(open.Id, default))!.Now(NoticeStatus.Rejected), default);
        await _rig.RunToTheEnd();
        Assert.Equal(ErasureState.Done, _rig.Erasures.Only.State);
        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_original_that_storage_keeps_waits_until_it_may_go()
    {
        await _rig.Settled();
        _rig.Storage.Keeps = true;
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        Assert.Equal(ErasureState.Waiting, _rig.Erasures.Only.State);
        Assert.All(_rig.Erasures.Only.Items.Where(i => !i.IsDone), i => Assert.Equal(Sample.Now.AddDays(30), i.Until));
        Assert.Equal(3, _rig.Files.Kept.Count);
        // What waits is a file's path: whom it is about is forgotten.
        Assert.Null(_rig.Erasures.Only.Request);

        _rig.Storage.Keeps = false;
        _rig.Clock.Advance(TimeSpan.FromDays(31));
        await _rig.RunToTheEnd();
        Assert.Equal(ErasureState.Done, _rig.Erasures.Only.State);
        Assert.Empty(_rig.Files.Kept);
    }

    [Fact]
    public async Task A_notice_that_somebody_writes_meanwhile_is_erased_as_it_is_then()
    {
        var notice = await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        _rig.Notices.Touched = notice.Id;
        await _rig.RunToTheEnd();

        var left = _rig.Notices.All.Single();
        Assert.Equal("meanwhile", left.Told);
        Assert.False(ErasedNotice.Names(left, new(ErasureRig.OfPerson)));
    }

    [Fact]
    public async Task A_file_that_comes_while_it_is_done_is_found_at_the_second_look()
    {
        var notice = await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.Run.Run(default);
        Assert.True(_rig.Erasures.Only.IsSecondLook);
        _rig.Files.Kept[(Place.Documents, $"{notice.Id}/1/fr/late.txt")] = [1];

        _rig.Clock.Advance(TimeSpan.FromMinutes(11));
        await _rig.RunToTheEnd();
        Assert.Empty(_rig.Files.Kept);
    }

    [Fact]
    public async Task A_record_that_changes_at_the_same_moment_keeps_its_change_and_loses_the_person()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        _rig.Register.BeforeNextCommit(() => _rig.Register.Change(
            new Change.Amend(Sample.Record, Sample.Object("""{"dualCriminality":"required"}"""))));
        await _rig.RunToTheEnd();

        Assert.Equal("required", _rig.Register.Now.Authorities[Sample.Record].Restricted.DualCriminality);
        Assert.Null(_rig.Register.Now.Authorities[Sample.Record].Restricted.ContactPerson);
        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
        Assert.Null(ChainVerifier.Verify(_rig.Register.Log, _rig.Register.Now.Head));
    }

    [Fact]
    public async Task Asked_for_again_it_finds_nothing_left()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);

        Assert.Empty(plan!.Items);
        var again = await _rig.Service.Order(ErasureRig.OfPerson, Callers.First, plan.Confirmation, default);
        Assert.IsType<ErasureResult.Refused>(again);
    }

    [Fact]
    public async Task A_confirmation_is_good_for_what_its_person_was_shown_and_for_nothing_else()
    {
        await _rig.Settled();
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        var other = await _rig.Service.Order(ErasureRig.OfPerson, Callers.Second, plan!.Confirmation, default);
        var less = await _rig.Service.Order(ErasureRig.OfPerson with { Numbers = [] }, Callers.First, plan.Confirmation, default);
        _rig.Notices.Put(ErasureRig.UnderstoodMail("XAA-2", NoticeStatus.Rejected));
        var more = await _rig.Service.Order(ErasureRig.OfPerson, Callers.First, plan.Confirmation, default);

        Assert.All([other, less, more], r => Assert.IsType<ErasureResult.PlanChanged>(r));
    }

    [Fact]
    public async Task What_is_a_persons_to_change_is_named_and_left()
    {
        await _rig.Settled();
        _rig.Missions.Put(new Recipient("mission-XAA", Sample.State, ErasureRig.Address, Language.English, "Mission", 0));
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        Assert.Contains("PUT /api/subscribers/mission-XAA", Assert.Single(plan!.Left).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_stands_everywhere_is_no_person()
    {
        for (var i = 0; i <= ErasureSearch.MostItems; i++)
            _rig.Notices.Put(ErasureRig.UnderstoodMail($"XAA-{i}", NoticeStatus.Rejected));
        var (plan, why) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        Assert.Null(plan);
        Assert.Contains("fuller name", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_stay_where_that_is_asked_for_and_the_rows_lose_the_person()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson with { KeepFiles = true });
        await _rig.RunToTheEnd();
        Assert.Equal(5, _rig.Files.Kept.Count);
        Assert.False(ErasedNotice.Names(_rig.Notices.All.Single(), new(ErasureRig.OfPerson)));
    }
}
