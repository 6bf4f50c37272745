using Hub.Intake.Translation;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Translation;

/// <summary>Work on documents.</summary>
public abstract class DocumentWorkStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private readonly string _notice = $"SEN-{Guid.NewGuid():N}";

    /// <summary>A store that may hold work of others.</summary>
    private protected abstract IDocumentWorkStore Store { get; }

    [Fact]
    public async Task Work_is_added_once_found_by_its_id_and_due_until_it_is_done()
    {
        var order = new DocumentWork { Notice = _notice, N = 2, Into = Language.French, DueAt = Now };
        await Store.Add(order, default);
        await Store.Add(order with { Reason = "again" }, default);
        await Store.Add(new() { Notice = _notice, N = 2 }, default);
        var found = (await Store.Find($"{_notice}/2/fr", default))!;
        Assert.Equal((Language.French, null), (found.Into, found.Reason));
        Assert.Equal(2, (await Store.Of(_notice, default)).Count);
        Assert.Contains(found.Id, await Store.Due(Now, default));
        Assert.DoesNotContain(found.Id, await Store.Due(Now.AddSeconds(-1), default));
        await Store.Save(found with { State = WorkState.Done, DueAt = null }, default);
        Assert.DoesNotContain(found.Id, await Store.Due(Now, default));
    }

    [Fact]
    public async Task What_somebody_else_wrote_since_is_not_written_over()
    {
        var work = new DocumentWork { Notice = _notice, N = 1 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Save(work, default));
        await Store.Add(work, default);
        var read = (await Store.Find($"{_notice}/1", default))!;
        Assert.NotNull(await Store.Save(read with { Reason = "first" }, default));
        Assert.Null(await Store.Save(read with { Reason = "second" }, default));
        Assert.Null(await Store.Save(read with { N = 2 }, default));
        Assert.Equal("first", Assert.Single(await Store.Of(_notice, default)).Reason);
    }

    [Theory]
    [InlineData("SEN-1/9")]
    [InlineData("SEN-1")]
    [InlineData("nonsense")]
    public async Task What_is_not_there_is_null(string id) => Assert.Null(await Store.Find(id, default));
}
