using Hub.Delivery.Editions;
using Hub.Delivery.Webhooks;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionEventTests
{
    [Fact]
    public void An_event_of_before_there_were_editions_keeps_its_hash() => Assert.Equal(
        "3f39979e56ab923a2cb00e6daa4aa6977e8a3d40f16a393356ebd019c3c34533",
        new DirectoryEvent
        {
            Sequence = 7,
            Type = EventType.AuthorityConfirmed,
            Time = Sample.Now,
            State = Sample.OtherState,
            Facts = new() { NoticeId = "SEN-1", RecordId = "r", RecordVersion = 2, RecordHash = "h", Changed = [] },
            PreviousHash = new string('0', 64),
        }.ComputeHash());

    [Fact]
    public void A_partner_is_told_of_an_edition_by_its_name_and_of_no_State()
    {
        var edition = new EditionContent(Sample.Register(Sample.Authority()), Sample.Today, Sample.Data).Of(new(2025, 1));
        var e = EditionCommit.Build(new(4, new string('a', 64)), edition, new string('b', 64), Sample.Now).Events[0];
        var told = System.Text.Encoding.UTF8.GetString(CloudEvent.Of(e, "https://hub.example/directory").ToBytes());
        Assert.Contains("\"type\":\"directory.edition.published\",\"subject\":\"2025/1\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"state\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("noticeId", told, StringComparison.Ordinal);
        Assert.Contains("\"frozenAt\":0", told, StringComparison.Ordinal);
    }
}
