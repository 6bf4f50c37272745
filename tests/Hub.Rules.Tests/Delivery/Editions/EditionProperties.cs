using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Delivery.Editions;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void The_changes_applied_to_the_old_edition_give_the_new_one() => Prop.ForAll(RandomRegisters.Two, registers =>
    {
        var (old, @new) = (Of(registers.Old), Of(registers.New));
        var changes = EditionChanges.Between(old, @new);
        Assert.Equal(@new.ToBytes(), (@new with { States = EditionChanges.Apply(old.States, changes.Changes) }).ToBytes());
    }).Check(Quick);

    [Fact]
    public void An_edition_differs_from_itself_in_nothing_and_from_none_in_everything() => Prop.ForAll(RandomRegisters.Any, register =>
    {
        var edition = Of(register);
        Assert.Empty(EditionChanges.Between(edition, edition).Changes);
        var all = EditionChanges.Between(null, edition).Changes;
        Assert.All(all, c => Assert.True(c.Came()));
        Assert.Equal(edition.Authorities(), all.Count(c => c.Subject == EditionSubject.Authority));
    }).Check(Quick);

    [Fact]
    public void No_restricted_value_is_in_the_abstract_of_any_register_I6() => Prop.ForAll(RandomRegisters.Any, register =>
    {
        var edition = Of(register);
        var text = Encoding.UTF8.GetString(EditionAbstract.Of(edition).ToBytes());
        Assert.DoesNotContain(Sample.Marker, text, StringComparison.OrdinalIgnoreCase);
        Assert.All(register.Authorities.Keys, id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        Assert.Equal(edition.Authorities(), EditionAbstract.Of(edition).States.Sum(s => s.Authorities));
    }).Check(Quick);

    private static Edition Of(RegisterSnapshot register) => new EditionContent(register, Sample.Today, Sample.Data).Of(new(2025, 1));
}
