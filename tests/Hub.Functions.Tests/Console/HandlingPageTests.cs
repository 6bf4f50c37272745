using Hub.Functions.Console.Colleagues;
using Hub.Functions.Console.Mails;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Notices.Colleagues;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Functions.Tests.Console;

/// <summary>What colleagues note and who works on it: only what a form offers is done, and nothing is said of what was erased.</summary>
public sealed class HandlingPageTests : IMailParser
{
    private const string Id = "mail-1";
    private readonly PageSite _site = new();
    private readonly MemoryMails _mails = new();
    private readonly MemoryHandlings _handlings = new();

    public HandlingPageTests() => _mails.Add(
        new()
        {
            Id = Id, Mailbox = "mailbox", Message = "m1", ReceivedAt = Sample.Now, Fate = InboundMailStatus.ToRead,
        },
        default);

    [Theory]
    [InlineData("zzz")]
    [InlineData("take:1")]
    [InlineData("TAKE")]
    [InlineData(null)]
    public async Task What_no_button_asks_for_is_refused_and_nothing_is_said_to_be_done(string? asked)
    {
        var refused = () => Send([.. asked is null ? [] : new[] { ("do", asked) }, ("note", "Something to know")]);
        Assert.Equal(400, (await Assert.ThrowsAsync<ApiException>(refused)).Status);
        Assert.Empty((await _handlings.Find(Id, default)).Steps);
    }

    [Fact]
    public async Task Of_a_mail_that_was_erased_nothing_is_noted_and_nobody_takes_it()
    {
        await Erase();
        foreach (var fields in new[] { new[] { ("do", "note"), ("note", "The person's name") }, [("do", "take")] })
        {
            var page = await Send(fields);
            Assert.Equal(422, page.Status);
            Assert.Contains("was erased: nothing is noted", PageSite.Text(page), StringComparison.Ordinal);
        }
        Assert.Empty((await _handlings.Find(Id, default)).Steps);
    }

    [Fact]
    public async Task A_note_that_is_left_while_its_mail_is_erased_goes_with_it()
    {
        var store = new DuringNote(_handlings, Erase);
        Assert.Equal(422, (await Send([("do", "note"), ("note", "The person's name")], store)).Status);
        Assert.Empty((await _handlings.Find(Id, default)).Steps);
    }

    public Task<ParsedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel) => throw new InvalidDataException();

    private async Task Erase() => await _mails.Save((await _mails.Find(Id, default))! with { ErasedAt = Sample.Now, From = null }, default);

    private Task<Served> Send((string, string)[] fields, IHandlingStore? store = null)
    {
        var handlings = new Handlings(store ?? _handlings, _site.Clock);
        var views = new MailViews(
            _mails, new MemoryNotices(), new MemoryOutbox(), new(null!, _mails, new MemoryOriginals(), _site.Clock), this, null!,
            new([], [], [], [], PageSite.Home, RetryPolicy.OwnServices, 1), _handlings, new StateCatalog());
        var pages = new HandlingPages(_site.Pages, handlings, new MemoryNotices(), null!, _mails, views);
        return Served.By(
            PageSite.Post($"/console/mails/{Id}/handling", PageSite.Administrator, fields), r => pages.OfMail(r, Id, default));
    }

    // Something happens just before what is noted is kept.
    private sealed class DuringNote(IHandlingStore store, Func<Task> happens) : IHandlingStore
    {
        public Task<Handling> Find(string id, CancellationToken cancel) => store.Find(id, cancel);

        public async Task<Handling?> Save(Handling handling, CancellationToken cancel)
        {
            await happens();
            return await store.Save(handling, cancel);
        }

        public Task<IReadOnlyList<Handling>> Held(CancellationToken cancel) => store.Held(cancel);

        public IAsyncEnumerable<Handling> All(CancellationToken cancel) => store.All(cancel);

        public Task Remove(string id, CancellationToken cancel) => store.Remove(id, cancel);
    }
}
