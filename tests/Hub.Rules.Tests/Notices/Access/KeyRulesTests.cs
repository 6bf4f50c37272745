using Hub.Notices.Access;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Access;

/// <summary>Nobody of the Secretariat comes by a colleague's key, or by a second person of their own.</summary>
public sealed class KeyRulesTests
{
    private static readonly Caller FirstKey = new(Caller.FirstKey, CallerKind.Secretariat);
    private static readonly ApiKey First = new("1", Callers.First);
    private static readonly ApiKey Second = new("2", Callers.Second);

    [Fact]
    public void A_key_remembers_who_made_it_and_who_made_that_one()
    {
        var made = Callers.First.Making(new("a", CallerKind.Secretariat));
        Assert.Equal(("reviewer-1", "reviewer-1"), (made.MadeBy, made.Making(new("b", CallerKind.Secretariat)).MadeBy));
        Assert.Null(FirstKey.Making(new("a", CallerKind.Secretariat)).MadeBy);
        Assert.Equal("reviewer-1", Callers.First.Making(Callers.Mission).Person);
    }

    [Theory]
    [InlineData("reviewer-2")]
    [InlineData("REVIEWER-2")]
    [InlineData("first key")]
    [InlineData("First Key")]
    [InlineData("")]
    [InlineData(" reviewer-3")]
    [InlineData("reviewer\n3")]
    [InlineData("reviewer\u00003")]
    [InlineData("reviewer-2\u200b")]
    [InlineData("r\u0435viewer-2")]
    [InlineData("reviewer\u00ad-2")]
    [InlineData("\uff52eviewer-2")]
    [InlineData("reviewer\u20102\u202e")]
    public void A_reviewer_takes_no_name_of_anothers_and_none_that_cannot_be_read(string name) =>
        Assert.NotNull(Refusal(Callers.First, new(name, CallerKind.Secretariat)));

    [Theory]
    [InlineData("Boris Petrov")]
    [InlineData("boris  petrov")]
    [InlineData("Boris.Petrov")]
    [InlineData("id-of-boris")]
    [InlineData("7d0f6a52-3c0e-4c7b-8f3e-2d4a6b1c9e10")]
    public void Nobody_gets_a_key_by_the_name_of_somebody_who_signs_in(string name)
    {
        var boris = new Person("id-of-boris", "Boris Petrov", SecretariatRoles.Reviewer, Sample.Now);
        Assert.Equal(KeyRefusal.NameOfColleague, Refusal(Callers.First, new(name, CallerKind.Secretariat), boris));
        Assert.Equal(KeyRefusal.NameOfColleague, Refusal(FirstKey, new(name, CallerKind.Secretariat), boris));
    }

    [Theory]
    [InlineData("hub")]
    [InlineData("Hub")]
    [InlineData("first key")]
    [InlineData("First-Key")]
    public void Nobody_gets_a_key_by_a_name_of_the_hubs_own(string name) =>
        Assert.Equal(KeyRefusal.NameOfFirstKey, Refusal(Callers.First, new(name, CallerKind.Secretariat)));

    [Fact]
    public void Other_names_are_free_and_so_is_ones_own()
    {
        Assert.Null(Refusal(Callers.First, new("reviewer-1", CallerKind.Secretariat)));
        Assert.Null(Refusal(Callers.First, new("reviewer-3", CallerKind.Secretariat)));
        Assert.Null(Refusal(Callers.First, new("reviewer-2", CallerKind.Partner)));
        Assert.Null(Refusal(FirstKey, new("reviewer-2", CallerKind.Secretariat)));
        Assert.NotNull(Refusal(Callers.First, new(new('x', 101), CallerKind.Partner)));
    }

    [Fact]
    public void A_key_that_would_end_before_it_begins_is_refused()
    {
        var wanted = new Caller("partner", CallerKind.Partner);
        Assert.NotNull(KeyRules.Refusal(Callers.First, wanted, Sample.Now, [], [], Sample.Now));
        Assert.Null(KeyRules.Refusal(Callers.First, wanted, Sample.Now.AddSeconds(1), [], [], Sample.Now));
        Assert.Null(KeyRules.Refusal(Callers.First, wanted, Sample.Now.AddYears(10), [], [], Sample.Now));
        Assert.NotNull(KeyRules.Refusal(Callers.First, wanted, DateTimeOffset.MaxValue, [], [], Sample.Now));
    }

    [Fact]
    public void A_colleagues_key_is_not_replaced_into_ones_own_hands()
    {
        Assert.False(KeyRules.MayReplace(Callers.First, Second));
        Assert.False(KeyRules.MayReplace(Callers.First, new("0", FirstKey)));
        Assert.False(KeyRules.MayReplace(Callers.Mission, new("3", new("partner", CallerKind.Partner))));
        Assert.True(KeyRules.MayReplace(Callers.First, First));
        Assert.True(KeyRules.MayReplace(Callers.First, new("3", new("partner", CallerKind.Partner))));
        Assert.True(KeyRules.MayReplace(FirstKey, Second));
    }

    private static KeyRefusal? Refusal(Caller by, Caller wanted, params Person[] people) =>
        KeyRules.Refusal(by, by.Making(wanted), null, [First, Second], people, Sample.Now);
}
