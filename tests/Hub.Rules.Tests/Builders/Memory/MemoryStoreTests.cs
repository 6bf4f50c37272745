using System.Text;
using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Documents;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Notices.SigningIn;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Rules.Tests.Delivery.Confirmations;
using Hub.Rules.Tests.Delivery.Editions;
using Hub.Rules.Tests.Delivery.NetworkPages;
using Hub.Rules.Tests.Delivery.Outbox;
using Hub.Rules.Tests.Delivery.Webhooks;
using Hub.Rules.Tests.Delivery.Webhooks.Endpoints;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Rules.Tests.Intake.Translation;
using Hub.Rules.Tests.Notices;
using Hub.Rules.Tests.Notices.Access;
using Hub.Rules.Tests.Notices.Documents;
using Hub.Rules.Tests.Notices.Recipients;
using Hub.Rules.Tests.Notices.SigningIn;
using Hub.Rules.Tests.Operations;
using Hub.Rules.Tests.Operations.Links;
using Hub.Rules.Tests.Register.Log;
using Hub.Rules.Tests.Work;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

// What tests use in place of a store does what the store does: Hub.Azure.Tests holds tables and blobs to the same contracts.

public sealed class FixedAccessLinkKeyTests : AccessLinkKeyContract
{
    private protected override IAccessLinkKey Fresh() => new FixedAccessLinkKey();
}

public sealed class MemoryAddressesTests : AddressStoreContract
{
    private protected override IAddressStore Store { get; } = new MemoryAddresses();
}

public sealed class MemoryChoicesTests : ChoiceStoreContract
{
    private protected override IChoiceStore Store { get; } = new MemoryChoices();
}

public sealed class MemoryCursorsTests : CursorStoreContract
{
    private protected override ICursorStore Store { get; } = new MemoryCursors();
}

public sealed class MemoryDeliveriesTests : DeliveryLogContract
{
    private protected override IDeliveryLog Log { get; } = new MemoryDeliveries();
}

public sealed class MemoryEditionsTests : EditionStoreContract
{
    private protected override IEditionStore Store { get; } = new MemoryEditions();
}

public sealed class MemoryEndpointsTests : EndpointStoreContract
{
    private protected override IEndpointStore Store { get; } = new MemoryEndpoints();
}

public sealed class MemoryEraserTests : FileEraserContract
{
    private readonly MemoryFiles _files = new();

    private protected override IFileEraser Eraser => new MemoryStorage(_files, new(), new(), new(), new());

    private protected override IFileStore Files => _files;
}

public sealed class MemoryErasuresTests : ErasureStoreContract
{
    private protected override IErasureStore Store { get; } = new MemoryErasures();
}

public sealed class MemoryFailuresTests : FailureStoreContract
{
    private protected override IFailureStore Store { get; } = new MemoryFailures();
}

public sealed class MemoryFilesTests : FileStoreContract
{
    private protected override IFileStore Store { get; } = new MemoryFiles();
}

public sealed class MemoryFingerprintsTests : FingerprintContract
{
    private protected override INoticeStore Store { get; } = new MemoryNotices();
}

public sealed class MemoryLinkChecksTests : LinkCheckStoreContract
{
    private protected override ILinkCheckStore Store { get; } = new MemoryLinkChecks();
}

public sealed class MemoryMailsTests : MailStoreContract
{
    private protected override IMailStore Store { get; } = new MemoryMails();
}

public sealed class MemoryNoticesTests : NoticeStoreContract
{
    private protected override INoticeStore Store { get; } = new MemoryNotices();

    private protected override INoticeStore Other => Store;
}

public sealed class MemoryOldRowsTests : OldRowsContract
{
    private readonly (MemoryNotices Notices, MemoryMails Mails, MemoryWorks Works) _in = (new(), new(), new());

    private protected override IOldRows Old => new MemoryOldRows(_in.Notices, _in.Mails, _in.Works);

    private protected override DateTimeOffset Written => Sample.Now;

    private protected override INoticeStore Notices => _in.Notices;

    private protected override IMailStore Mails => _in.Mails;

    private protected override IDocumentWorkStore Works => _in.Works;
}

public sealed class MemoryOriginalsTests : OriginalStoreContract
{
    private protected override IOriginalStore Store { get; } = new MemoryOriginals();
}

public sealed class MemoryOutboxTests : OutboxStoreContract
{
    private protected override IOutboxStore Store { get; } = new MemoryOutbox();
}

public sealed class MemoryPagesTests : PageStoreContract
{
    private readonly MemoryPages _pages = new();

    private protected override IPageStore Store => _pages;

    private protected override Task<(string Content, string MediaType)?> Read(string path) => Task.FromResult(
        _pages.Find(path) is { } page ? (Encoding.UTF8.GetString(page.Content.Span), page.MediaType) : ((string, string)?)null);
}

public sealed class MemoryPartnerCallsTests : PartnerCallStoreContract
{
    private protected override IPartnerCallStore Store { get; } = new MemoryPartnerCalls();
}

public sealed class MemoryPartnersTests : PartnerStoreContract
{
    private protected override IPartnerStore Store { get; } = new MemoryEndpoints();
}

public sealed class MemoryPersonalDataTests : PersonalDataContract
{
    private readonly (MemoryNotices Notices, MemoryMails Mails, MemoryRegister Register) _in = (new(), new(), new());

    private protected override IPersonalData Data => new MemoryStorage(new(), new(), _in.Notices, _in.Mails, _in.Register);

    private protected override INoticeStore Notices => _in.Notices;

    private protected override IMailStore Mails => _in.Mails;

    private protected override IRegisterStore Register => _in.Register;
}

public sealed class MemoryPublicationsTests : PublicationRequestStoreContract
{
    private protected override IPublicationRequestStore Store { get; } = new MemoryPublications();
}

public sealed class MemoryRegisterTests : RegisterStoreContract
{
    private protected override IRegisterStore Store { get; } = new MemoryRegister();

    private protected override IRegisterStore Other => Store;
}

public sealed class MemoryRequestsTests : ConfirmationRequestStoreContract
{
    private protected override IConfirmationRequestStore Store { get; } = new MemoryRequests();
}

public sealed class MemorySubscribersTests : SubscriberStoreContract
{
    private protected override ISubscriberStore Store { get; } = new MemorySubscribers();
}

public sealed class MemorySubscriptionsTests : InboxSubscriptionStoreContract
{
    private protected override IInboxSubscriptionStore Store { get; } = new MemoryMails();
}

public sealed class MemoryWorksTests : DocumentWorkStoreContract
{
    private protected override IDocumentWorkStore Store { get; } = new MemoryWorks();
}

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemorySignInAsksTests : SignInAskStoreContract
{
    private protected override ISignInAskStore Asks { get; } = new MemorySignInAsks();
}
