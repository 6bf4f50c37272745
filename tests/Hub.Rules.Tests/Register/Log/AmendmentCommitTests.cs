using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class AmendmentCommitTests : CommitCase
{
    [Fact]
    public void A_change_makes_the_next_version_and_counts_as_a_confirmation()
    {
        var before = Record;
        var write = Assert.IsType<AuthorityWrite>(Apply(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}"""))).Writes[0]);
        Assert.Equal((before, Record), (write.Old, write.New));
        Assert.Equal(
            (2, RecordStatus.Amended, Sample.Now, Sample.Now),
            (Record.Version, Record.Upkeep.Status, Record.Upkeep.LastChangedOn, Record.Upkeep.LastConfirmedOn));
        Assert.NotEqual(before.Upkeep.Salt, Record.Upkeep.Salt);
        Assert.Equal(["comments"], Record.Secretariat.LastFields!);
        Assert.Equal(["r"], Record.Secretariat.Reviewers!);
    }

    [Theory]
    [InlineData(OfficeRole.Mission, """{"phones":[{"number":"+99915550111"}]}""", "+99915550177")]
    [InlineData(OfficeRole.Authority, """{"phones":null}""", "+99915550177")]
    [InlineData(OfficeRole.Ministry, """{"phones":[{"number":"+99915550188","purpose":"MOBILE"}]}""", "+99915550188,+99915550177")]
    [InlineData(OfficeRole.Ministry, """{"phones":[{"number":"+99915550177"}]}""", "")]
    [InlineData(null, """{"phones":[{"number":"+99915550111"}]}""", "")]
    public void What_is_withheld_stays_unless_who_sees_it_takes_it_away(OfficeRole? by, string set, string kept)
    {
        Withhold(new() { PersonalPhones = [new("+99915550177", null, PhonePurpose.Mobile)] });
        Commit(by, set);
        Assert.Equal(kept, string.Join(',', (Record.Secretariat.PersonalPhones ?? []).Select(p => p.Number)));
    }

    [Theory]
    [InlineData(OfficeRole.Mission, """{"urgentProcedure":{"text":"Call first"}}""", "+99915550177")]
    [InlineData(OfficeRole.Mission, """{"urgentProcedure":{"phone":{"number":"+99915550111"}}}""", null)]
    [InlineData(OfficeRole.Mission, """{"urgentProcedure":null}""", null)]
    [InlineData(null, """{"urgentProcedure":{"text":"Call first"}}""", null)]
    public void So_does_the_number_for_urgent_cases(OfficeRole? by, string set, string? kept)
    {
        Withhold(new() { UrgentPhone = new("+99915550177", null, PhonePurpose.Mobile) });
        Commit(by, set);
        Assert.Equal(kept, Record.Secretariat.UrgentPhone?.Number);
    }

    private void Withhold(AuthoritySecretariat withheld) =>
        _register = _register.With([new AuthorityWrite(Record with { Secretariat = withheld }, null)], _register.Head);

    private void Commit(OfficeRole? by, string set)
    {
        var notice = new ApprovedNotice("n", Sample.State, [new Change.Amend(Sample.Record, Sample.Object(set))], null, false, by, ["r"]);
        var commit = CommitBuilder.Build(_register, notice, Sample.Now, new FixedIdentifiers());
        _register = _register.With(commit.Writes, commit.To);
    }

    [Fact]
    public void A_note_without_a_date_leaves_that_of_the_last_one()
    {
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 1));
        Apply(new Change.Confirm(Sample.Record));
        Assert.Equal(new DateOnly(2025, 3, 1), Record.Secretariat.NoteDate);
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 2));
        Assert.Equal(new DateOnly(2025, 3, 2), Record.Secretariat.NoteDate);
    }

    [Fact]
    public void A_temporary_notice_stands_beside_those_before()
    {
        foreach (var text in new[] { "moved", "closed" })
        {
            var e = Apply(new Change.Announce(Sample.Record, new("MEASURE", text, Sample.Today))).Events[0];
            Assert.Equal((EventType.TemporaryNoticeAnnounced, RecordStatus.Amended), (e.Type, Record.Upkeep.Status));
        }
        Assert.Equal(["moved", "closed"], Record.Restricted.TemporaryNotices!.Select(n => n.Text));
    }
}
