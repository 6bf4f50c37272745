using Hub.Notices.Access;

namespace Hub.Functions.Tests.People;

/// <summary>A form is taken once.</summary>
public abstract class SentFormsContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Forms, of which none was sent yet.</summary>
    private protected abstract ISentForms Forms { get; }

    [Fact]
    public async Task Of_two_that_send_a_form_at_once_one_is_the_first()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Forms.Take("a token", Now, default)));
        Assert.Single(taken, t => t);
        Assert.True(await Forms.Take("another token", Now, default));
    }

    [Fact]
    public async Task A_form_is_remembered_for_a_month_and_no_longer()
    {
        Assert.True(await Forms.Take("old", Now, default));
        Assert.True(await Forms.Take("new", Now + ISentForms.Remembered, default));
        Assert.False(await Forms.Take("old", Now + ISentForms.Remembered, default));
        Assert.True(await Forms.Take("newer", Now + ISentForms.Remembered + TimeSpan.FromTicks(1), default));
        Assert.True(await Forms.Take("old", Now + ISentForms.Remembered * 1.1, default));
        Assert.False(await Forms.Take("new", Now + ISentForms.Remembered * 1.1, default));
    }
}
