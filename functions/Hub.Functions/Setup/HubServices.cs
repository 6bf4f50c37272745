using Azure.Identity;
using Hub.Azure;
using Hub.Azure.Blobs;
using Hub.Azure.Bus;
using Hub.Azure.Links;
using Hub.Azure.Mail;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tables.Register;
using Hub.Azure.Translation;
using Hub.Azure.Webhooks;
using Hub.Delivery.Bounces;
using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Questions;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Channels;
using Hub.Functions.Console.Editions;
using Hub.Functions.Console.Editor;
using Hub.Functions.Console.Mails;
using Hub.Functions.Console.Notices;
using Hub.Functions.Console.Numbers;
using Hub.Functions.Console.Operations;
using Hub.Functions.Console.Recipients;
using Hub.Functions.Console.Records;
using Hub.Functions.Console.Today;
using Hub.Functions.Directory;
using Hub.Functions.Documents;
using Hub.Functions.Editions;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Laws;
using Hub.Functions.Office;
using Hub.Functions.Partners;
using Hub.Functions.Portal;
using Hub.Functions.Recipients;
using Hub.Functions.SigningIn;
using Hub.Functions.Site;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Inbox.Replies;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Reports;
using Hub.Intake.Notes;
using Hub.Intake.Submissions;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Colleagues;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Notices.Rules;
using Hub.Notices.Search;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Operations.Flow;
using Hub.Operations.Links;
using Hub.Operations.Retention;
using Hub.Operations.Standstill;
using Hub.Pages;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Forms;
using Hub.Pages.Mail;
using Hub.Pages.Partners;
using Hub.Pages.Replies;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;

namespace Hub.Functions.Setup;

/// <summary>
/// Ties the core's ports to what they run on. Settings are read and checked here; clients and catalogues are made by whoever first asks,
/// for nothing responds before all of this has run.
/// </summary>
internal static class HubServices
{
    /// <summary>Adds everything that the functions ask for.</summary>
    public static void AddHub(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = HubSettings.Read(configuration);
        var clock = new StorageClock(AheadTime.By(settings.ClockWrongBy, TimeProvider.System));
        services.AddSingleton(settings).AddSingleton(settings.Mail).AddSingleton(settings.Attempts).AddSingleton(settings.Webhooks)
            .AddSingleton(settings.Documents)
            .AddSingleton(clock).AddSingleton(AheadTime.By(settings.ClockAhead, clock))
            .AddSingleton<IIdentifiers, RandomIdentifiers>()
            .AddSingleton(_ => new StateCatalog(settings.FictionalStates)).AddSingleton<NetworkCatalog>().AddSingleton<PartyList>()
            .AddSingleton<ReferenceData>().AddSingleton(settings.SignIn).AddSingleton<SignIn>()
            .AddSingleton<FormTokens>().AddSingleton<SearchWords>().AddSingleton<Visits>().AddSingleton<SitePages>()
            .AddSingleton<ErrorPages>()
            .AddOperationsPages()
            .AddSingleton<NoticeSearch>().AddSingleton<NoticeDetails>().AddSingleton<MailTexts>()
            .AddSingleton<SourceTexts>().AddSingleton<Handlings>().AddSingleton<TodayWork>()
            .AddRecordPages().AddNumbersPages().AddDirectoryPages().AddLaws()
            .AddSingleton(settings.Client).PostConfigure<ForwardedHeadersOptions>(ClientAddress.Keep)
            .AddSingleton<KeyGuesses>().AddSingleton<Callers>()
            .AddTraces(configuration).AddStores(configuration, clock).AddPartners(settings).AddNotices()
            .AddDocuments(settings.Translator).AddEditions(settings)
            .AddChannels(settings).AddOutbox(settings).AddMailroom(settings).AddPrivacy(settings).AddPreparation()
            .AddEditor().AddMails().AddSigningIn().AddOffice().AddPortal();
    }

    // What a start prepares is built beside the start and not on its way: a first response waits for neither.
    private static IServiceCollection AddPreparation(this IServiceCollection services) =>
        services.AddSingleton<StorageSetup>()
            .AddSingleton(s => new Lazy<NetworkSeeder>(s.GetRequiredService<NetworkSeeder>))
            .AddSingleton(s => new Lazy<LawSeeder>(s.GetRequiredService<LawSeeder>))
            .AddHostedService(s => new Preparation(s.GetRequiredService<StorageSetup>, s.GetRequiredService<ILogger<Preparation>>()));

    private static IServiceCollection AddStores(this IServiceCollection services, IConfiguration configuration, StorageClock clock)
    {
        var storage = HubStorage.Read(configuration, clock);
        var connect = HubBus.Connector(configuration);
        return services.AddSingleton(_ => connect()).AddSingleton<IWakeUpSender, WakeUpSender>()
            .AddSingleton(storage.Tables).AddSingleton(storage.Blobs).AddSingleton<HubTables>()
            .AddSingleton<IRegisterStore, RegisterStore>()
            // What was announced is asked for by storage's own time, however far the hub's is ahead of it.
            .AddSingleton<INoticeStore>(s => new NoticeStore(s.GetRequiredService<HubTables>(), clock))
            .AddSingleton<IMailStore>(s => new MailStore(s.GetRequiredService<HubTables>(), clock))
            .AddSingleton<ICursorStore, CursorStore>().AddSingleton<IDeliveryLog, DeliveryLog>()
            .AddSingleton<ISubscriberStore, SubscriberStore>().AddSingleton<IOutboxStore, OutboxStore>()
            .AddSingleton<IChoiceStore, ChoiceStore>().AddSingleton<IAddressStore, AddressStore>()
            .AddSingleton<IConfirmationRequestStore, ConfirmationRequestStore>()
            .AddSingleton<IPublicationRequestStore, PublicationRequestStore>().AddSingleton<IEndpointStore, EndpointStore>()
            .AddSingleton<IPartnerStore, PartnerStore>().AddSingleton<IPartnerCallStore, PartnerCallStore>().AddSingleton<CallLimits>()
            .AddSingleton<IReceiptStore, ReceiptStore>().AddSingleton<IFailureStore, FailureStore>().AddSingleton<SetAside>()
            .AddSingleton<CountedWork>().AddSingleton<Suspects>().AddSingleton(new Outages(StorageFailure.IsUnavailable))
            .AddSingleton<IActionLog, ActionLog>().AddSingleton<IHandlingStore, HandlingStore>()
            .AddSingleton<ILogCheckStore, LogCheckStore>().AddSingleton<LogChecks>()
            .AddSingleton<KeyService>().AddSingleton<PartnerAccess>()
            .AddSingleton<ISessionStore, SessionStore>().AddSingleton<IPersonStore, PersonStore>()
            .AddSingleton<KeyStore>().AddSingleton<IKeyStore>(s => s.GetRequiredService<KeyStore>())
            .AddSingleton<OriginalStore>().AddSingleton<IOriginalStore>(s => s.GetRequiredService<OriginalStore>())
            .AddSingleton<FileStore>().AddSingleton<IFileStore>(s => s.GetRequiredService<FileStore>())
            .AddSingleton<PageStore>().AddSingleton<IPageStore>(s => s.GetRequiredService<PageStore>())
            .AddSingleton<EditionStore>().AddSingleton<IEditionStore>(s => s.GetRequiredService<EditionStore>());
    }

    private static IServiceCollection AddNotices(this IServiceCollection services) =>
        services.AddSingleton<FileArchive>().AddSingleton<MalwareGate>().AddSingleton<NoticeIntake>().AddSingleton<SelfConfirmation>()
            .AddSingleton<NoticeFlow>().AddSingleton<NoticeQuestions>().AddSingleton<OfficeQuestions>().AddSingleton<ClaimQuestions>()
            .AddSingleton<NoticePreview>().AddSingleton<Decisions>().AddSingleton<PrintedForms>()
            .AddSingleton<OwnNotices>().AddSingleton<NetworkSeeder>().AddSingleton<LawSeeder>().AddSingleton<NetworkClaims>();

    private static IServiceCollection AddDocuments(this IServiceCollection services, Uri translator) =>
        services.AddSingleton<IDocumentWorkStore, DocumentWorkStore>().AddSingleton<WorkClock>()
            .AddSingleton(s => new FileReaderPool(new FileReaderLimits(), FileReaderLog.To(s))).AddSingleton<ProcessFileReader>()
            .AddSingleton<IFileReader>(s => s.GetRequiredService<ProcessFileReader>())
            .AddSingleton<IMailParser>(s => s.GetRequiredService<ProcessFileReader>())
            .AddSingleton<IReportParser>(s => s.GetRequiredService<ProcessFileReader>())
            .AddSingleton<DocumentReading>().AddSingleton<DocumentTranslation>()
            .AddSingleton<HumanTranslations>().AddSingleton<DocumentAccess>()
            .AddSingleton<ITranslator>(
                _ => new DocumentTranslator(
                    DocumentTranslator.Pipeline(translator, translator.IsLoopback ? null : new DefaultAzureCredential()), translator));

    private static IServiceCollection AddEditions(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton<IEditionRenderer, EditionRenderer>().AddSingleton<EditionFileSet>().AddSingleton<EditionOutcomes>()
            .AddSingleton<EditionService>().AddSingleton<PublishedEditions>().AddSingleton<EditionConfirmations>()
            .AddSingleton<EditionWatch>().AddSingleton<StandstillWatch>()
            .AddSingleton(settings.Sending).AddSingleton<EditionPlanner>().AddSingleton<AudiencePlanner>()
            .AddSingleton<TwoPersonPublishing>().AddSingleton<EditionPlans>().AddSingleton<EditionPreview>().AddEditionPages();

    private static IServiceCollection AddChannels(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton(_ => Graph(settings.Graph)).AddSingleton<IMailSender, GraphMailSender>()
            .AddSingleton(new MailOrigin(settings.SenderMailboxes[0]))
            .AddSingleton<IMailWriter, MailWriter>()
            .AddSingleton<INetworkPages>(new NetworkPages(settings.PublicAddress)).AddSingleton<MembershipLog>()
            .AddSingleton<RecipientDirectory>().AddSingleton<SubscriberService>().AddRecipientPages()
            .AddSingleton<MailDeliveries>()
            .AddSingleton<AccessLinkRenewal>()
            .AddSingleton<BouncingAddresses>()
            .AddSingleton<BounceHandler>()
            .AddSingleton<IDeliveryReports>(s => s.GetRequiredService<BounceHandler>())
            .AddSingleton<RecipientLinkMaker>().AddSingleton<ConfirmationRequests>().AddSingleton<QualityReport>()
            .AddSingleton(new AccessLinkSettings(settings.PublicAddress)).AddSingleton<AccessLinkService>().AddSingleton<AccessLinkPages>()
            .AddSingleton<HeldNotices>()
            .AddSingleton<IAccessLinkKey>(s => new AccessLinkKeyStore(
                s.GetRequiredService<HubTables>(), s.GetRequiredService<SecretBox>(), settings.LinkKey))
            .AddSingleton<MailChannel>().AddSingleton<WebhookChannel>().AddSingleton<NetworkPagesChannel>()
            .AddSingleton(s => new DueWork(
                s.GetRequiredService<ICursorStore>(), s.GetRequiredService<IOutboxStore>(), s.GetRequiredService<SenderAssignment>(),
                s.GetRequiredService<INoticeStore>(),
                s.GetRequiredService<IDocumentWorkStore>(), s.GetRequiredService<IRegisterStore>(),
                s.GetRequiredService<TimeProvider>()) { Ahead = settings.ShortWait })
            .AddSingleton<ChannelWatch>().AddSingleton<NextWork>()
            .AddSingleton(s => new CursorRunner(
                s.GetRequiredService<ICursorStore>(),
                s.GetRequiredService<IRegisterStore>(),
                s.GetRequiredService<SetAside>(),
                s.GetRequiredService<IIdentifiers>(),
                s.GetRequiredService<TimeProvider>())
            {
                Lease = settings.Lease,
                ShortWait = settings.ShortWait,
            });

    private static IServiceCollection AddOutbox(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton(new SenderAssignment(settings.SenderMailboxes)).AddSingleton<MailCursors>()
            .AddSingleton<OutboxService>().AddSingleton<IOutbox>(s => s.GetRequiredService<OutboxService>())
            .AddSingleton<RecipientProfiles>().AddSingleton<Resends>().AddSingleton<IMailComposer, ChangesComposer>()
            .AddSingleton<IMailComposer, QuestionComposer>().AddSingleton<IMailComposer, PartnerComposer>()
            .AddSingleton<OutboxQueue>().AddSingleton<MailSending>().AddSingleton<OutboxFailures>().AddSingleton<OutboxSender>()
            .AddSingleton<MailPause>();

    private static IServiceCollection AddPartners(this IServiceCollection services, HubSettings settings)
    {
        var http = WebhookHttp.Create(settings.AllowLoopbackWebhooks);
        return services.AddSingleton<IWebhookSender>(new HttpWebhookSender(http))
            .AddSingleton<IConsentRequests>(new HttpConsent(http, TimeProvider.System))
            .AddSingleton<ILinkClient>(new HttpLinkClient(http, TimeProvider.System)).AddSingleton<ILinkCheckStore, LinkCheckStore>()
            .AddSingleton<LinkChecks>().AddSingleton<DeadLaws>()
            .AddSingleton(Signer(settings.SigningKey))
            .AddSingleton(s => new SecretBox(s.GetRequiredService<HubTables>(), Vault(settings.ProtectionKey)))
            .AddSingleton<WebhookRequests>().AddSingleton<DeliveryMetrics>().AddSingleton<ConsentService>().AddSingleton<EndpointService>()
            .AddSingleton<PartnerEndpoints>().AddSingleton<IPartnerMailWriter, PartnerMailWriter>()
            .AddSingleton<UrlChangeCodes>().AddSingleton<EndpointWatch>()
            .AddSingleton<LogTree>().AddSingleton<DigestSigner>();
    }

    private static IServiceCollection AddMailroom(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton(settings.Mailroom)
            .AddSingleton<IInboxSubscriptionStore, InboxSubscriptionStore>().AddSingleton<IInbox, GraphInbox>()
            .AddSingleton<IReplyWriter, ReplyWriter>()
            .AddSingleton<MailClassifier>().AddSingleton<OpenedFiles>().AddSingleton<MailUnderstanding>().AddSingleton<CorrespondentList>()
            .AddSingleton<MailDrafts>()
            .AddSingleton<MailArchive>().AddSingleton<MailNotices>().AddSingleton<MailHandler>()
            .AddSingleton<CallBackNumbers>().AddSingleton<CallBack>().AddSingleton<MailDecisions>()
            .AddSingleton<SenderLimits>().AddSingleton<IMailComposer, ReplyComposer>().AddSingleton<NoticeNews>()
            .AddSingleton<InboxSubscriptions>().AddSingleton<InboxWatch>()
            .AddSingleton<MailProcessing>().AddSingleton<InboxWork>().AddSingleton<InboxChannel>();

    private static IServiceCollection AddPrivacy(this IServiceCollection services, HubSettings settings) =>
        services
            .AddSingleton(settings.Erasures)
            .AddSingleton<IErasureStore, ErasureStore>()
            .AddSingleton<IPersonalData, PersonalData>()
            .AddSingleton<IFileEraser, FileEraser>()
            .AddSingleton<ErasureSearch>()
            .AddSingleton<ErasureService>()
            .AddSingleton<EraseFiles>()
            .AddSingleton<EraseHandling>().AddSingleton<EraseNotice>()
            .AddSingleton<EraseMail>()
            .AddSingleton<EraseRecord>()
            .AddSingleton<ErasureRun>()
            .AddSingleton(settings.Retention)
            .AddSingleton<IOldRows, OldRows>()
            .AddSingleton<EraseTranslation>()
            .AddSingleton<RetentionRun>()
            .AddSingleton<Cleaning>();

    private static GraphServiceClient Graph(Uri service) =>
        GraphClient.Create(service, service.IsLoopback ? null : new DefaultAzureCredential());

    private static IMessageSigner Signer(string key) => Vault(key) is { } vault
        ? new VaultMessageSigner(vault, TimeProvider.System)
        : FileMessageSigner.Open(key);

    private static VaultKey? Vault(string? key) =>
        Uri.TryCreate(key, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new(address, new DefaultAzureCredential(), new VaultOptions())
            : null;
}
