using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Translation;
using Hub.Register.States;

namespace Hub.Azure.Tests.Tables;

[Collection(StorageCollection.Name)]
public sealed class DocumentWorkStoreTests(Storage storage)
{
    private readonly DocumentWorkStore _store = new(storage.Tables);
    private readonly string _notice = $"SEN-{Guid.NewGuid():N}";

    [Fact]
    public async Task Work_is_added_once_found_by_its_id_and_due_until_it_is_done()
    {
        var order = new DocumentWork { Notice = _notice, N = 2, Into = Language.French, DueAt = Sample.Now };
        await _store.Add(order, default);
        await _store.Add(order with { Reason = "again" }, default);
        await _store.Add(new() { Notice = _notice, N = 2 }, default);
        var found = (await _store.Find($"{_notice}/2/fr", default))!;
        Assert.Equal((Language.French, null), (found.Into, found.Reason));
        Assert.Equal(2, (await _store.Of(_notice, default)).Count);
        Assert.Contains(found.Id, await _store.Due(Sample.Now, default));
        Assert.DoesNotContain(found.Id, await _store.Due(Sample.Now.AddSeconds(-1), default));
        await _store.Save(found with { State = WorkState.Done, DueAt = null }, default);
        Assert.DoesNotContain(found.Id, await _store.Due(Sample.Now, default));
    }

    [Fact]
    public async Task What_somebody_else_wrote_since_is_not_written_over()
    {
        await _store.Add(new() { Notice = _notice, N = 1 }, default);
        var read = (await _store.Find($"{_notice}/1", default))!;
        Assert.NotNull(await _store.Save(read with { Reason = "first" }, default));
        Assert.Null(await _store.Save(read with { Reason = "second" }, default));
    }

    [Theory]
    [InlineData("SEN-1/9")]
    [InlineData("SEN-1")]
    [InlineData("nonsense")]
    public async Task What_is_not_there_is_null(string id) => Assert.Null(await _store.Find(id, default));
}
