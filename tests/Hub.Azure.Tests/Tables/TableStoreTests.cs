using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Webhooks.Partners;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Rules.Tests.Delivery.Confirmations;
using Hub.Rules.Tests.Delivery.Editions;
using Hub.Rules.Tests.Delivery.Outbox;
using Hub.Rules.Tests.Delivery.Webhooks;
using Hub.Rules.Tests.Delivery.Webhooks.Endpoints;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Rules.Tests.Intake.Translation;
using Hub.Rules.Tests.Notices;
using Hub.Rules.Tests.Notices.Access;
using Hub.Rules.Tests.Notices.Recipients;
using Hub.Rules.Tests.Operations;
using Hub.Rules.Tests.Operations.Links;
using Hub.Rules.Tests.Register.Log;
using Hub.Rules.Tests.Work;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

// What is kept in tables keeps to the contracts of its ports, as what stands for it in Hub.Rules.Tests does.

[Collection(StorageCollection.Name)]
public sealed class AddressStoreTests(Storage storage) : AddressStoreContract
{
    private protected override IAddressStore Store { get; } = new AddressStore(storage.Emptied(t => t.Recipients));
}

[Collection(StorageCollection.Name)]
public sealed class ChoiceStoreTests(Storage storage) : ChoiceStoreContract
{
    private protected override IChoiceStore Store { get; } = new ChoiceStore(storage.Emptied(t => t.Recipients));
}

[Collection(StorageCollection.Name)]
public sealed class ConfirmationRequestStoreTests(Storage storage) : ConfirmationRequestStoreContract
{
    private protected override IConfirmationRequestStore Store { get; } = new ConfirmationRequestStore(storage.Emptied(t => t.Recipients));
}

[Collection(StorageCollection.Name)]
public sealed class PublicationRequestStoreTests(Storage storage) : PublicationRequestStoreContract
{
    private protected override IPublicationRequestStore Store { get; } = new PublicationRequestStore(storage.Emptied(t => t.Recipients));
}

[Collection(StorageCollection.Name)]
public sealed class CursorStoreTests(Storage storage) : CursorStoreContract
{
    private protected override ICursorStore Store { get; } = new CursorStore(storage.Emptied(t => t.Cursors));
}

[Collection(StorageCollection.Name)]
public sealed class DeliveryLogTests(Storage storage) : DeliveryLogContract
{
    private protected override IDeliveryLog Log { get; } = new DeliveryLog(storage.Emptied(t => t.Deliveries));
}

[Collection(StorageCollection.Name)]
public sealed class DocumentWorkStoreTests(Storage storage) : DocumentWorkStoreContract
{
    private protected override IDocumentWorkStore Store { get; } = new DocumentWorkStore(storage.Emptied(t => t.Documents));
}

[Collection(StorageCollection.Name)]
public sealed class FailureStoreTests(Storage storage) : FailureStoreContract
{
    private protected override IFailureStore Store { get; } = new FailureStore(storage.Emptied(t => t.Failures));
}

[Collection(StorageCollection.Name)]
public sealed class FingerprintTests(Storage storage) : FingerprintContract
{
    private protected override INoticeStore Store { get; } = new NoticeStore(storage.Emptied(t => t.Notices), TimeProvider.System);
}

[Collection(StorageCollection.Name)]
public sealed class InboxSubscriptionStoreTests(Storage storage) : InboxSubscriptionStoreContract
{
    private protected override IInboxSubscriptionStore Store { get; } = new InboxSubscriptionStore(storage.Emptied(t => t.Mails));
}

[Collection(StorageCollection.Name)]
public sealed class MailStoreTests(Storage storage) : MailStoreContract
{
    private protected override IMailStore Store { get; } = new MailStore(storage.Emptied(t => t.Mails), TimeProvider.System);
}

[Collection(StorageCollection.Name)]
public sealed class NoticeStoreTests(Storage storage) : NoticeStoreContract
{
    private protected override INoticeStore Store { get; } = new NoticeStore(storage.Emptied(t => t.Notices), TimeProvider.System);

    private protected override INoticeStore Other { get; } = new NoticeStore(storage.Tables, TimeProvider.System);
}

[Collection(StorageCollection.Name)]
public sealed class OldRowsTests(Storage storage) : OldRowsContract
{
    private protected override IOldRows Old { get; } = new OldRows(storage.Tables, new(storage.Tables, TimeProvider.System));

    private protected override DateTimeOffset Written { get; } = TimeProvider.System.GetUtcNow();

    private protected override INoticeStore Notices { get; } = new NoticeStore(storage.Emptied(t => t.Notices), TimeProvider.System);

    private protected override IMailStore Mails { get; } = new MailStore(storage.Emptied(t => t.Mails), TimeProvider.System);

    private protected override IDocumentWorkStore Works { get; } = new DocumentWorkStore(storage.Emptied(t => t.Documents));
}

[Collection(StorageCollection.Name)]
public sealed class LogCheckStoreTests(Storage storage) : LogCheckStoreContract
{
    private protected override ILogCheckStore Store { get; } = new LogCheckStore(storage.Emptied(t => t.Register));
}

[Collection(StorageCollection.Name)]
public sealed class LinkCheckStoreTests(Storage storage) : LinkCheckStoreContract
{
    private protected override ILinkCheckStore Store { get; } = new LinkCheckStore(storage.Emptied(t => t.Register));
}

[Collection(StorageCollection.Name)]
public sealed class OutboxStoreTests(Storage storage) : OutboxStoreContract
{
    private protected override IOutboxStore Store { get; } = new OutboxStore(storage.Emptied(t => t.Outbox));
}

[Collection(StorageCollection.Name)]
public sealed class PartnerCallStoreTests(Storage storage) : PartnerCallStoreContract
{
    private protected override IPartnerCallStore Store { get; } = new PartnerCallStore(storage.Emptied(t => t.Endpoints));
}

[Collection(StorageCollection.Name)]
public sealed class PartnerStoreTests(Storage storage) : PartnerStoreContract
{
    private protected override IPartnerStore Store { get; } = new PartnerStore(storage.Emptied(t => t.Endpoints));
}

[Collection(StorageCollection.Name)]
public sealed class PersonalDataTests(Storage storage) : PersonalDataContract, IDisposable
{
    private readonly RegisterStore _register = new(storage.Emptied(t => t.Register), TimeProvider.System);

    private protected override IPersonalData Data { get; } = new PersonalData(storage.Tables);

    private protected override INoticeStore Notices { get; } = new NoticeStore(storage.Emptied(t => t.Notices), TimeProvider.System);

    private protected override IMailStore Mails { get; } = new MailStore(storage.Emptied(t => t.Mails), TimeProvider.System);

    private protected override IRegisterStore Register => _register;

    public void Dispose() => _register.Dispose();
}

[Collection(StorageCollection.Name)]
public sealed class ReceiptStoreTests(Storage storage) : ReceiptStoreContract
{
    private protected override IReceiptStore Store { get; } = new ReceiptStore(storage.Emptied(t => t.Endpoints));
}

[Collection(StorageCollection.Name)]
public sealed class SubscriberStoreTests(Storage storage) : SubscriberStoreContract
{
    private protected override ISubscriberStore Store { get; } = new SubscriberStore(storage.Emptied(t => t.Subscribers));
}
