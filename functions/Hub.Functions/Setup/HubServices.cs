using Azure.Core;
using Azure.Identity;
using Hub.Azure.Blobs;
using Hub.Azure.Mail;
using Hub.Azure.Tables;
using Hub.Azure.Translation;
using Hub.Azure.Webhooks;
using Hub.Core;
using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Channels.Links;
using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Mail.Bounces;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Documents;
using Hub.Core.Documents.Text;
using Hub.Core.Documents.Translation;
using Hub.Core.Correspondence;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Editions;
using Hub.Core.Failures;
using Hub.Core.Mailroom;
using Hub.Core.Networks;
using Hub.Core.Notices;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Documents;
using Hub.Documents.Mail;
using Hub.Functions.Documents;
using Hub.Functions.Editions;
using Hub.Functions.Http;
using Hub.Functions.Partners;
using Hub.Pages;
using Hub.Pages.Answers;
using Hub.Pages.Editions;
using Hub.Pages.Forms;
using Hub.Pages.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Setup;

/// <summary>Ties the core's ports to what they run on.</summary>
internal static class HubServices
{
    /// <summary>Adds everything that the functions ask for.</summary>
    public static void AddHub(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = HubSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton(settings.Mail).AddSingleton(settings.Webhooks).AddSingleton(settings.Documents)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IIdentifiers, RandomIdentifiers>()
            .AddSingleton(new StateCatalog(settings.FictionalStates)).AddSingleton<NetworkCatalog>().AddSingleton<PartyList>()
            .AddSingleton<ReferenceData>().AddSingleton(settings.SignIn).AddSingleton<SignIn>().AddSingleton<Callers>()
            .AddTraces(configuration).AddStores(configuration).AddNotices().AddDocuments(settings.Translator).AddEditions(settings).AddChannels(settings)
            .AddMailroom(settings).AddHostedService<Preparation>();
    }

    private static IServiceCollection AddStores(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = HubStorage.Read(configuration);
        return services.AddSingleton(storage.Tables).AddSingleton(storage.Blobs).AddSingleton<HubTables>()
            .AddSingleton<IRegisterStore, RegisterStore>().AddSingleton<INoticeStore, NoticeStore>().AddSingleton<ICursorStore, CursorStore>()
            .AddSingleton<IDeliveryLog, DeliveryLog>().AddSingleton<ISubscriberStore, SubscriberStore>().AddSingleton<IRosterStore, RosterStore>()
            .AddSingleton<IChoiceStore, ChoiceStore>().AddSingleton<IAddressStore, AddressStore>()
            .AddSingleton<IEndpointStore, EndpointStore>().AddSingleton<IFailureStore, FailureStore>()
            .AddSingleton<KeyStore>().AddSingleton<IKeyStore>(s => s.GetRequiredService<KeyStore>())
            .AddSingleton<OriginalStore>().AddSingleton<IOriginalStore>(s => s.GetRequiredService<OriginalStore>())
            .AddSingleton<FileStore>().AddSingleton<IFileStore>(s => s.GetRequiredService<FileStore>())
            .AddSingleton<PageStore>().AddSingleton<IPageStore>(s => s.GetRequiredService<PageStore>())
            .AddSingleton<EditionStore>().AddSingleton<IEditionStore>(s => s.GetRequiredService<EditionStore>());
    }

    private static IServiceCollection AddNotices(this IServiceCollection services) =>
        services.AddSingleton<FileKeeper>().AddSingleton<MalwareGate>().AddSingleton<NoticeIntake>().AddSingleton<SelfConfirmation>()
            .AddSingleton<NoticeDesk>().AddSingleton<Decisions>().AddSingleton<FormShelf>()
            .AddSingleton<NetworkSeeder>().AddSingleton<NetworkClaims>();

    private static IServiceCollection AddDocuments(this IServiceCollection services, Uri translator) =>
        services.AddSingleton<IDocumentWorkStore, DocumentWorkStore>().AddSingleton<WorkClock>().AddSingleton<IPdfReader, PdfReader>()
            .AddSingleton<DocumentReading>().AddSingleton<DocumentTranslation>().AddSingleton<HumanTranslations>().AddSingleton<DocumentAccess>()
            .AddSingleton<ITranslator>(
                new DocumentTranslator(DocumentTranslator.Pipeline(translator, translator.IsLoopback ? null : new DefaultAzureCredential()), translator));

    private static IServiceCollection AddEditions(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton<IEditionRenderer, EditionRenderer>().AddSingleton<EditionDesk>().AddSingleton<PublishedEditions>()
            .AddSingleton(settings.Sending).AddSingleton<EditionPlanner>().AddSingleton<AudienceFinder>();

    private static IServiceCollection AddChannels(this IServiceCollection services, HubSettings settings)
    {
        TokenCredential? credential = settings.Graph.IsLoopback ? null : new DefaultAzureCredential();
        return services.AddSingleton(GraphClient.Create(settings.Graph, credential)).AddSingleton<IMailSender, GraphMailSender>()
            .AddSingleton(new MailOrigin("Directory of competent national authorities", settings.SenderMailboxes[0])).AddSingleton<IMailWriter, MailWriter>()
            .AddSingleton<IWebhookSender>(new HttpWebhookSender(WebhookHttp.Create(settings.AllowLoopbackWebhooks)))
            .AddSingleton(Signer(settings.SigningKey))
            .AddSingleton<WebhookRequests>().AddSingleton<PartnerEndpoints>()
            .AddSingleton<INetworkPages>(new NetworkPages(settings.PublicAddress)).AddSingleton<MembershipLog>()
            .AddSingleton<RoundPreparation>().AddSingleton<RoundPlanner>().AddSingleton<ReaderDesk>().AddSingleton<MailDeliveries>().AddSingleton<LinkRenewal>()
            .AddSingleton<BounceBook>().AddSingleton<BounceDesk>()
            .AddSingleton(new LinkSettings(settings.PublicAddress)).AddSingleton<PersonalLinks>().AddSingleton<LinkPages>()
            .AddSingleton<ILinkKey>(s => new LinkKeyStore(s.GetRequiredService<HubTables>(), settings.LinkKey))
            .AddSingleton<RosterKeeper>().AddSingleton<MailChannel>().AddSingleton<WebhookChannel>().AddSingleton<LinksChannel>()
            .AddSingleton(s => new WakeFinder(
                s.GetRequiredService<ICursorStore>(), s.GetRequiredService<INoticeStore>(), s.GetRequiredService<IDocumentWorkStore>(),
                s.GetRequiredService<IRegisterStore>(), s.GetRequiredService<TimeProvider>()) { Ahead = settings.ShortWait })
            .AddSingleton<ChannelWatch>()
            .AddSingleton(s => new CursorRunner(
                s.GetRequiredService<ICursorStore>(), s.GetRequiredService<IRegisterStore>(), s.GetRequiredService<IIdentifiers>(),
                s.GetRequiredService<TimeProvider>()) { Lease = settings.Lease, ShortWait = settings.ShortWait });
    }

    private static IServiceCollection AddMailroom(this IServiceCollection services, HubSettings settings) =>
        services.AddSingleton(settings.Mailroom).AddSingleton<IMailStore, MailStore>().AddSingleton<IInboxStore, InboxStore>()
            .AddSingleton<IInbox, GraphInbox>().AddSingleton<IAnswerSender, GraphAnswers>().AddSingleton<IAnswerWriter, AnswerWriter>()
            .AddSingleton<IMailParser, MailParser>().AddSingleton<IReportReader, ReportReader>().AddSingleton<MailJudge>().AddSingleton<LetterReader>().AddSingleton<CorrespondentList>()
            .AddSingleton<MailKeeper>().AddSingleton<MailNotices>().AddSingleton<MailDesk>().AddSingleton<MailDecisions>()
            .AddSingleton<SenderLimits>().AddSingleton<AnswerDesk>().AddSingleton<InboxSubscriptions>().AddSingleton<InboxWatch>()
            .AddSingleton<InboxWork>().AddSingleton<InboxRunner>();

    private static IMessageSigner Signer(string key) => Uri.TryCreate(key, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? new VaultMessageSigner(address, new DefaultAzureCredential(), new VaultOptions(), TimeProvider.System)
        : FileMessageSigner.Open(key);
}
