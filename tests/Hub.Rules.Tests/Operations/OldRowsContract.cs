using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Rules.Tests.Notices;

namespace Hub.Rules.Tests.Operations;

/// <summary>What is old.</summary>
public abstract class OldRowsContract
{
    private protected abstract IOldRows Old { get; }

    /// <summary>The time at which everything in the stores is written, or so.</summary>
    private protected abstract DateTimeOffset Written { get; }

    /// <summary>Its notices, of which there are none yet.</summary>
    private protected abstract INoticeStore Notices { get; }

    /// <summary>Its mails, of which there are none yet.</summary>
    private protected abstract IMailStore Mails { get; }

    /// <summary>Its work on documents, of which there is none yet.</summary>
    private protected abstract IDocumentWorkStore Works { get; }

    private DateTimeOffset Later => Written.AddDays(1);

    [Fact]
    public async Task Of_notices_those_are_old_that_are_settled_and_not_emptied()
    {
        foreach (var status in Enum.GetValues<NoticeStatus>())
            await Notices.Add(NoticeStoreContract.Notice($"{status}", status: status), new(null, "", null, null, null), default);
        var settled = Enum.GetValues<NoticeStatus>().Where(ErasedNotice.IsSettled).Select(s => $"SEN-{s}").Order().ToList();
        Assert.Equal(settled, await Old.Notices(Later, default).Order().ToListAsync());
        Assert.Empty(await Old.Notices(Written.AddDays(-1), default).ToListAsync());

        await Notices.Save((await Notices.Find(settled[0], default))! with { EmptiedAt = Written }, default);
        Assert.Equal(settled.Skip(1), await Old.Notices(Later, default).Order().ToListAsync());
    }

    [Fact]
    public async Task Of_mails_those_are_old_of_which_the_wanted_became_and_that_are_not_emptied()
    {
        foreach (var fate in Enum.GetValues<InboundMailStatus>())
            await Mails.Add(
                new() { Id = $"{fate}", Mailbox = "m", Message = $"{fate}", ReceivedAt = Written, Fate = fate }, default);
        await Mails.Note(MailKey.Message("1@mission.example"), "1", default);
        InboundMailStatus[] wanted = [InboundMailStatus.Notice, InboundMailStatus.Dismissed];
        async Task<IEnumerable<string>> Found(DateTimeOffset before) =>
            (await Old.Mails(wanted, before, default).ToListAsync()).Select(m => m.Id).Order();
        Assert.Equal(["Dismissed", "Notice"], await Found(Later));
        Assert.Empty(await Found(Written.AddDays(-1)));

        await Mails.Save((await Mails.Find("Notice", default))! with { EmptiedAt = Written }, default);
        Assert.Equal(["Dismissed"], await Found(Later));
    }

    [Fact]
    public async Task All_work_on_documents_gets_old()
    {
        await Works.Add(new() { Notice = "SEN-1", N = 1 }, default);
        Assert.Equal("SEN-1/1", Assert.Single(await Old.Works(Later, default).ToListAsync()).Id);
        Assert.Empty(await Old.Works(Written.AddDays(-1), default).ToListAsync());
    }
}
