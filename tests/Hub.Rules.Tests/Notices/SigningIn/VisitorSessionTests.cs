using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Notices.SigningIn;

public sealed class VisitorSessionTests
{
    private const string Shared = "shared@state.example";
    private const string Secret = "a secret";
    private readonly MailRig _rig = new(Sample.Authority());
    private readonly MemorySessions _sessions = new();

    public VisitorSessionTests()
    {
        foreach (var (id, role) in new[]
            {
                ("mission", OfficeRole.Mission), ("ministry", OfficeRole.Ministry), ("office", OfficeRole.Authority),
            })
            _rig.Add(new(id, Sample.State, Shared, Language.French, id, 0) { Role = role });
        _rig.Endpoints.PutPartner(new Partner("wacap", new(Shared, Language.English, "Contact")));
    }

    private VisitorSessions Sessions => _rig.Visitors(_sessions);

    [Fact]
    public async Task One_session_is_of_all_who_have_the_address_and_each_calls_as_what_it_is()
    {
        var visit = (await Begun())!;
        Assert.Equal(["ministry", "mission", "office", "wacap"], visit.Holders.Select(h => h.Caller.Name));
        Assert.Equal(
            [
                ("ministry", CallerKind.State, Sample.State), ("office", CallerKind.Reader, Sample.State),
                ("wacap", CallerKind.Partner, null),
            ],
            new[] { CallerKind.State, CallerKind.Reader, CallerKind.Partner }.Select(k => visit.As(k)!)
                .Select(c => (c.Name, c.Kind, c.State)));
        Assert.Null(visit.As(CallerKind.Secretariat));
        Assert.All(Enum.GetValues<CallerKind>(), k => Assert.False(visit.As(k)?.HasOneOf(SecretariatRoles.All) ?? false));
        Assert.Equal(visit.Session.Id, visit.As(CallerKind.State)!.Session);
    }

    [Fact]
    public async Task Who_leaves_or_has_another_address_is_out_at_once_and_the_others_stay()
    {
        await Begun();
        _rig.Leave("ministry");
        _rig.Move("mission", "new@state.example");
        _rig.Endpoints.PutPartner(new Partner("wacap", new(Shared, Language.English, "Contact"), Sample.Now));
        Assert.Equal(["office"], (await Sessions.Find(Secret, default))!.Holders.Select(h => h.Caller.Name));
        await _rig.Desk.EndLinks("office", default);
        Assert.Null(await Sessions.Find(Secret, default));
        // The old address again does not bring back who was signed in with it before its links were ended.
        Assert.Equal(["mission"], (await Moved("mission")).Select(h => h.Caller.Name));
    }

    [Fact]
    public async Task Whoever_comes_to_the_address_later_is_not_signed_in_by_it()
    {
        await Begun();
        _rig.Add(new("newcomer", Sample.State, Shared, Language.French, "newcomer", 0));
        Assert.DoesNotContain("newcomer", (await Sessions.Find(Secret, default))!.Holders.Select(h => h.Caller.Name));
    }

    [Fact]
    public async Task It_lasts_eight_hours_and_until_it_is_ended()
    {
        await Begun();
        Assert.True(await Sessions.End(Secret, default));
        Assert.Null(await Sessions.Find(Secret, default));
        await Begun();
        _rig.Clock.Advance(Session.Lasts);
        Assert.Null(await Sessions.Find(Secret, default));
    }

    [Fact]
    public async Task Its_own_holders_see_and_end_it_and_nobody_elses_do()
    {
        var own = (await Begun())!.Session;
        _rig.Add(new("other", Sample.OtherState, "other@mission.example", Language.French, "other", 0));
        var foreign = await Sessions.Begin(await _rig.Holders.At("other@mission.example", default), "another", default);
        var person = await _sessions.Begin(new("Anna", SecretariatRoles.All, _rig.Clock.Now, _rig.Clock.Now.AddHours(1)), "third", default);
        Assert.Equal([own.Id], (await Sessions.Like(own, default)).Select(s => s.Id));
        Assert.False(await Sessions.End(foreign.Id, own, default));
        Assert.False(await Sessions.End(person.Id, own, default));
        Assert.True(await Sessions.End(own.Id, own, default));
        Assert.Equal(2, (await _sessions.List(_rig.Clock.Now, default)).Count);
    }

    [Fact]
    public async Task A_session_of_the_Secretariat_is_none_by_mail()
    {
        await _sessions.Begin(new("Anna", SecretariatRoles.All, _rig.Clock.Now, _rig.Clock.Now.AddHours(1)), Secret, default);
        Assert.Null(await Sessions.Find(Secret, default));
    }

    private async Task<VisitorSession?> Begun()
    {
        await Sessions.Begin(await _rig.Holders.At(Shared, default), Secret, default);
        return await Sessions.Find(Secret, default);
    }

    private async Task<IReadOnlyList<AddressHolder>> Moved(string id)
    {
        _rig.Move(id, Shared);
        return (await Sessions.Find(Secret, default))?.Holders ?? [];
    }
}
