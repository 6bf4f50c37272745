using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Notices;
using Hub.Functions.Tests.Documents;
using Hub.InMemory;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Callers = Hub.Functions.Access.Callers;

namespace Hub.Functions.Tests.Access;

/// <summary>Whose word it is that an office gives: of whoever had its key in hand, or chose its address, after the notice came.</summary>
public sealed class OfficeWordTests : ISubscriberStore
{
    private const string Id = "mission-1";
    private static readonly Caller Mission = new("mission", CallerKind.State, Sample.State, OfficeRole.Mission);
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly MemoryNotices _notices = new();
    private readonly MemoryChoices _choices = new();
    private readonly MemoryKeys _keys;
    private Recipient? _recipient;
    private bool _isDown;

    public OfficeWordTests() => _keys = new(_clock);

    [Fact]
    public async Task Who_replaced_an_offices_key_after_the_notice_came_gave_its_word()
    {
        var key = await Key(Mission, "first key");
        var notice = Held();
        var one = await Key(new("reviewer-1", CallerKind.Secretariat), "first key");
        var replaced = await Replaced(one.Secret, key.Key.Id);
        Assert.Equal("reviewer-1", await ConfirmedWith(replaced, notice));
    }

    [Fact]
    public async Task An_office_that_replaces_its_own_key_keeps_its_word()
    {
        var key = await Key(Mission with { MadeBy = "reviewer-1" }, "reviewer-1");
        var notice = Held();
        Assert.Null(await ConfirmedWith(await Replaced(key.Secret, key.Key.Id), notice));
    }

    [Fact]
    public async Task Who_chose_an_offices_address_after_the_notice_came_counts_whoever_sets_something_else_later()
    {
        await Put("reviewer-1", "old@mission.example");
        _clock.Advance(TimeSpan.FromMinutes(1));
        var came = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Put("reviewer-2", "own@mission.example");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Put("reviewer-3", "own@mission.example", "MINISTRY");
        Assert.Equal("reviewer-2", _recipient!.SetterSince(came)!.By);
        Assert.Equal(["reviewer-1", "reviewer-2", "reviewer-3"], _recipient.Setters!.Select(s => s.By));
        Assert.Equal("reviewer-3", _recipient.SetterSince(_clock.GetUtcNow().AddSeconds(-1))!.By);
        await Put("reviewer-1", "right@mission.example", "MINISTRY");
        Assert.Equal("reviewer-1", _recipient.SetterSince(came)!.By);
        Assert.Null(_recipient.SetterSince(_clock.GetUtcNow()));
    }

    [Fact]
    public void Of_a_recipient_of_before_all_were_kept_the_last_one_counts()
    {
        var kept = new Recipient(Id, Sample.State, "a@mission.example", Language.English, "Mission", 0) { SetBy = "r", SetAt = Sample.Now };
        Assert.Equal("r", kept.SetterSince(Sample.Now.AddDays(-1))!.By);
        var set = (kept with { Role = OfficeRole.Ministry }).Set(kept, "s", null, Sample.Now.AddDays(1));
        Assert.Equal(["r", "s"], set.Setters!.Select(s => s.By));
        Assert.Null((kept with { Name = "Another" }).Set(kept, "s", null, Sample.Now.AddDays(1)).Setters);
    }

    [Fact]
    public async Task Links_to_an_old_address_end_before_there_is_a_new_one()
    {
        await Put("reviewer-1", "old@mission.example");
        _isDown = true;
        await Assert.ThrowsAsync<IOException>(() => Put("reviewer-1", "new@mission.example"));
        Assert.Equal(("old@mission.example", 1), (_recipient!.Address, (await _choices.Find(Id, default)).LinkGeneration));
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Recipient>>(_recipient is null ? [] : [_recipient]);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel)
    {
        _recipient = _isDown ? throw new IOException() : recipient;
        return Task.FromResult(true);
    }

    private static Callers Who(IKeyStore keys) => new(keys, new(new(null, new("https://hub.example/"))));

    private async Task<IssuedKey> Key(Caller caller, string by)
    {
        var key = await _keys.Issue(caller, by, null, default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        return key;
    }

    private Notice Held()
    {
        var notice = _notices.Put(new()
        {
            Id = $"{Sample.State}-{_notices.All.Count}", State = Sample.State, Sender = Mission,
            ReceivedAt = _clock.GetUtcNow(), Status = NoticeStatus.Held, Form = [],
        });
        _clock.Advance(TimeSpan.FromMinutes(1));
        return notice;
    }

    private async Task<string> Replaced(string by, string id)
    {
        var answer = await Served.By(
            await Request("POST", by, "{}").Enter<Keys>(Who(_keys), nameof(Keys.Rotate), id),
            r => new Keys(_keys, new(_keys, new MemoryPeople(), new StateCatalog(true), _clock)).Rotate(r, id, default));
        return (string)JsonNode.Parse(answer.Bytes)!["key"]!;
    }

    private async Task<string?> ConfirmedWith(string key, Notice notice)
    {
        var function = new DecideNotice(new(_notices, null!, null!, null!, TimeProvider.System), null!, null!, null!, null!);
        var request = await Request("POST", key, "{}").Enter<DecideNotice>(Who(_keys), nameof(DecideNotice.Confirm), notice.Id);
        Assert.Equal(200, (await Served.By(request, r => function.Confirm(r, notice.Id, default))).Status);
        return (await _notices.Find(notice.Id, default))!.ConfirmerMadeBy;
    }

    private async Task Put(string person, string address, string role = "MISSION")
    {
        var register = new MemoryRegister(Sample.Authority());
        var function = new Subscribers(new(this, new(register, this, _choices, _clock), register, new(true), _clock));
        var (state, language) = (Sample.State, Language.English.Code());
        var body = $$"""
            { "state": "{{state}}", "address": "{{address}}", "language": "{{language}}", "name": "Mission", "role": "{{role}}" }
            """;
        var request = Request("PUT", "any", body).As(new(person, CallerKind.Secretariat));
        Assert.Equal(200, (await Served.By(request, r => function.Save(r, Id, default))).Status);
    }

    private static HttpRequest Request(string method, string key, string body)
    {
        var request = Served.Request(("Authorization", $"Bearer {key}"));
        (request.Method, request.ContentType) = (method, MediaTypeNames.Application.Json);
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return request;
    }
}
