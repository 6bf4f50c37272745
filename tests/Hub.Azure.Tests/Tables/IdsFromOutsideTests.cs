using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;

namespace Hub.Azure.Tests.Tables;

/// <summary>An id stands in an address, and anybody writes addresses: one that no row can have is not found, and breaks nothing.</summary>
[Collection(StorageCollection.Name)]
public sealed class IdsFromOutsideTests(Storage storage)
{
    public static TheoryData<string> Ids => ["/#", "a?b", "\\", "\u0001", "%2F", "", "<b>", "é日", "'", new('x', 5000)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_that_no_row_can_have_is_not_found(string id)
    {
        var tables = storage.Tables;
        var box = new SecretBox(tables, null);
        using var notices = new NoticeStore(tables, TimeProvider.System);
        Assert.Null(await new MailStore(tables, TimeProvider.System).Find(id, default));
        Assert.Null(await new FailureStore(tables).Find(id, default));
        Assert.Null(await new ErasureStore(tables, box).Find(id, default));
        Assert.Null(await new EndpointStore(tables, box).Find(id, default));
        Assert.Null(await new DocumentWorkStore(tables).Find(id, default));
        Assert.Null(await notices.Find(id, default));
    }
}
