using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Notices.Recipients;

/// <summary>A table of missions says what it would change before it does, and taken twice it changes nothing the second time.</summary>
public sealed class SubscriberImportTests : ISubscriberStore
{
    private static readonly string[] Head = ["id", "state", "role", "name", "address", "language", "domains"];
    private readonly List<Recipient> _kept =
        [new("mission-XAA", Sample.State, "office@arvenia.example", Language.English, "Mission of Arvenia", 3)];

    private readonly SubscriberService _service;
    private readonly SubscriberImport _import;

    public SubscriberImportTests()
    {
        var (register, states, clock) = (new MemoryRegister(), new StateCatalog(true), new ManualClock());
        _service = new(this, new(register, this, new MemoryChoices(), clock), register, states, clock);
        _import = new(_service, states);
    }

    [Fact]
    public async Task Lines_add_change_or_do_nothing()
    {
        var lines = Of(
            ["mission-XAA", "XAA", "", "Mission of Arvenia", "office@arvenia.example", "en", ""],
            ["mission-XAA", "XAA", "MISSION", "Mission of Arvenia", "new@arvenia.example", "fr", "a.example b.example"],
            ["", "SEN", "ministry", "Ministry", "office@senegal.example", "fr", ""]);
        Assert.Equal([ImportEffect.Same, ImportEffect.Changed, ImportEffect.Added], lines.Select(l => l.Effect));
        Assert.Equal(["mission-XAA", "mission-XAA", "ministry-SEN"], lines.Select(l => l.Id));
        Assert.Equal(["a.example", "b.example"], lines[1].Draft!.Domains!);
        Assert.Equal(("office@arvenia.example", OfficeRole.Ministry), (lines[1].Now!.Address, lines[2].Draft!.Role));

        var drafts = lines.Where(l => l.Effect != ImportEffect.Same).Select(l => (l.Id, l.Draft!));
        Assert.All(await _service.SaveAll(drafts, [.. _kept], "daniel", default), r => Assert.IsType<SubscriberResult.Saved>(r));
        Assert.Equal("new@arvenia.example", Assert.Single(_kept, r => r.Id == "mission-XAA").Address);
        Assert.Equal([ImportEffect.Same], Of(["", "SEN", "MINISTRY", "Ministry", "office@senegal.example", "fr", ""]).Select(l => l.Effect));
    }

    [Theory]
    [InlineData("state", "", "QQQ", "", "N", "a@b.example", "en", "")]
    [InlineData("language", "", "SEN", "", "N", "a@b.example", "xx", "")]
    [InlineData("role", "", "SEN", "KING", "N", "a@b.example", "en", "")]
    [InlineData("id", "nobody", "SEN", "", "N", "a@b.example", "en", "")]
    [InlineData("address", "", "SEN", "", "N", "no address", "en", "")]
    [InlineData("address", "", "SEN", "", "N", "OFFICE@arvenia.example", "en", "")]
    [InlineData("name", "", "SEN", "", "", "a@b.example", "en", "")]
    [InlineData("domains", "", "SEN", "", "N", "a@b.example", "en", "no_domain!")]
    public void What_cannot_be_taken_is_named_by_its_column(string column, params string[] cells)
    {
        var line = Assert.Single(Of(cells));
        Assert.Equal((ImportEffect.Refused, 2), (line.Effect, line.Line));
        Assert.Equal([column], line.Wrong);
    }

    [Fact]
    public void Lines_are_checked_as_if_those_before_were_done()
    {
        var lines = Of(
            ["", "SEN", "", "One", "one@b.example", "fr", ""], ["", "SEN", "", "Two", "two@b.example", "fr", ""],
            ["", "XAA", "", "Three", "one@b.example", "en", ""]);
        Assert.Equal(["mission-SEN", "mission-SEN-2"], lines.Take(2).Select(l => l.Id));
        Assert.Equal(["address"], lines[2].Wrong);
    }

    [Fact]
    public void A_table_without_its_columns_is_none()
    {
        Assert.Null(_import.Of([], _kept));
        Assert.Null(_import.Of([["name", "address"], ["N", "a@b.example"]], _kept));
        Assert.Single(_import.Of([["Language", " STATE ", "address", "name"], ["fr", "Senegal", "a@b.example", "N"]], _kept)!);
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Recipient>>([.. _kept]);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel)
    {
        if (_kept.FirstOrDefault(r => r.Id == recipient.Id) != before)
            return Task.FromResult(false);
        _kept.RemoveAll(r => r.Id == recipient.Id);
        _kept.Add(recipient);
        return Task.FromResult(true);
    }

    private IReadOnlyList<ImportLine> Of(params string[][] lines) => _import.Of([Head, .. lines], _kept)!;
}
