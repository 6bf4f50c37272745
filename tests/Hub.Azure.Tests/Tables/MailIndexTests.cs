using Azure.Data.Tables;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests.Tables;

/// <summary>Mails in memory: what a list of them asks storage for, however many there are.</summary>
[Collection(StorageCollection.Name)]
public sealed class MailIndexTests : IDisposable
{
    private const string Mailbox = "notices@hub.example";
    private readonly CountedRequests _requests = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly MailStore _store;
    private readonly MailStore _other;

    public MailIndexTests(Storage storage)
    {
        _other = new(storage.Emptied(t => t.Mails), _clock);
        _store = new(new(new TableServiceClient(storage.ConnectionString, _requests.Options)), _clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public async Task A_list_and_what_is_due_cost_one_request_where_nothing_was_written_however_many_there_are(int mails)
    {
        await Add(mails);
        await Rest();

        Assert.Equal(mails, (await _store.List(null, 500, default)).Count);
        Assert.Equal(1, _requests.Count);
        Assert.Empty(await _store.Due(Mailbox, _clock.GetUtcNow(), 50, default));
        Assert.Empty(await _store.List(InboundMailStatus.Held, 500, default));
        Assert.Equal(3, _requests.Count);
        Assert.All(_requests.Queries, q => Assert.Contains("PartitionKey eq 'announced'", q, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_instance_wrote_is_in_the_next_list_and_costs_one_request_more()
    {
        await Add(60);
        // A look asks for what was announced in the seventy seconds before the last one: the sixty are older than that.
        _clock.SetUtcNow(DateTimeOffset.UtcNow.AddSeconds(70));
        await _store.List(null, 1, default);
        Begin();
        var held = (await _other.List(null, 500, default))[0] with { Fate = InboundMailStatus.Held };
        await _other.Save(held, default);

        Assert.Equal([held.Id], (await _store.List(InboundMailStatus.Held, 500, default)).Select(m => m.Id));
        Assert.Equal(2, _requests.Count);
        Assert.Contains($"PartitionKey ge '{held.Id[..2]}'", _requests.Queries[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_is_given_as_it_stands_and_can_be_written_back()
    {
        var mail = Mail(1) with { DueAt = _clock.GetUtcNow() };
        await _store.Add(mail, default);
        var due = Assert.Single(await _store.Due(Mailbox, _clock.GetUtcNow(), 50, default));
        Assert.NotNull(await _store.Save(due with { DueAt = null }, default));
        Assert.Empty(await _store.Due(Mailbox, _clock.GetUtcNow(), 50, default));
    }

    // As long as no announcement counts any more.
    private async Task Rest()
    {
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _store.List(null, 1, default);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Begin();
    }

    private void Begin()
    {
        _requests.Count = 0;
        _requests.Queries.Clear();
    }

    private Task Add(int mails) => Task.WhenAll(Enumerable.Range(0, mails).Select(i => _other.Add(Mail(i), default)));

    private MailRecord Mail(int number) => new()
    {
        Id = MailRecord.IdOf(Mailbox, $"{number}"), Mailbox = Mailbox, Message = $"{number}", ReceivedAt = _clock.GetUtcNow(),
        Fate = InboundMailStatus.Notice,
    };
}
