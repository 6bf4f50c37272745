using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Rules.Tests.Notices;
using static Hub.Rules.Tests.Builders.SmallCommits;

namespace Hub.Rules.Tests.Operations;

/// <summary>Everything that may name somebody.</summary>
public abstract class PersonalDataContract
{
    private protected abstract IPersonalData Data { get; }

    /// <summary>Its notices, of which there are none yet.</summary>
    private protected abstract INoticeStore Notices { get; }

    /// <summary>Its mails, of which there are none yet.</summary>
    private protected abstract IMailStore Mails { get; }

    /// <summary>Its register, in which there is nothing yet.</summary>
    private protected abstract IRegisterStore Register { get; }

    [Fact]
    public async Task All_notices_are_gone_through_and_nothing_that_is_kept_beside_them()
    {
        await Notices.Add(NoticeStoreContract.Notice("1"), new("key", "body", "note", "reference", "content"), default);
        await Notices.Add(NoticeStoreContract.Notice("2", new("GHA"), NoticeStatus.Closed), new("2", "2", "2", "2", "2"), default);
        Assert.Equal(["GHA-2", "SEN-1"], await Data.Notices(default).Select(n => n.Id).Order().ToListAsync());
    }

    [Fact]
    public async Task All_mails_are_gone_through_and_nothing_that_is_kept_beside_them()
    {
        foreach (var id in new[] { "1", "2" })
            await Mails.Add(new() { Id = id, Mailbox = "m", Message = id, ReceivedAt = DateTimeOffset.UnixEpoch }, default);
        await Mails.Note(MailKey.Message("1@mission.example"), "1", default);
        await Mails.Save(await Mails.Tally("mission@state.example", default), default);
        Assert.Equal(["1", "2"], await Data.Mails(default).Select(m => m.Id).Order().ToListAsync());
    }

    [Fact]
    public async Task The_earlier_versions_of_a_record_are_written_without_a_person()
    {
        var versions = Enumerable.Range(1, 3).Select(v => Authority(version: v, comments: $"comment {v}")).ToList();
        await Register.Commit(
            CommitOf("n1", Head.Empty, new AuthorityWrite(versions[0], null), new AuthorityWrite(Authority("record-10"), null)), default);
        foreach (var (old, next) in versions.Zip(versions.Skip(1)))
            await Register.Commit(
                CommitOf($"n{next.Version}", (await Register.Read(TimeSpan.Zero, default)).Head, new AuthorityWrite(next, old)), default);
        Assert.Equal([1, 2], (await Data.EarlierVersions("record-1", default)).Select(a => a.Version));
        Assert.Empty(await Data.EarlierVersions("record-10", default));
        Assert.Empty(await Data.EarlierVersions("record-2", default));

        foreach (var version in new[] { 1, 3, 4 })
            await Data.Rewrite("record-1", version, a => a with { Restricted = a.Restricted with { Comments = null } }, default);
        await Data.Rewrite("record-2", 1, a => a, default);

        foreach (var (version, comments) in new[] { (1, null), (2, "comment 2"), (3, "comment 3") })
            Assert.Equal(comments, (await Register.ReadVersion("record-1", version, default))!.Restricted.Comments);
    }
}
