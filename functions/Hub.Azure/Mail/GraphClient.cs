using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Hub.Azure.Mail;

/// <summary>Makes the client for Microsoft Graph.</summary>
public static class GraphClient
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A client for a service: Microsoft's with a credential, a simulator on loopback without. It has none of the SDK's retries, which
    /// sleep inside the call: waiting is the cursor's.
    /// </summary>
    public static GraphServiceClient Create(Uri service, TokenCredential? credential)
    {
        if (credential is null && !service.IsLoopback)
            throw new InvalidOperationException($"{service} needs a credential; only a simulator on this machine does without.");
        // The SDK's own providers refuse plain HTTP, which is all that a simulator speaks.
        IAuthenticationProvider authentication = credential is null
            ? new AnonymousAuthenticationProvider()
            : new AzureIdentityAuthenticationProvider(
                credential, [service.Host], null, isCaeEnabled: true, "https://graph.microsoft.com/.default");
        var http = new HttpClient(new ConcurrencyLimit(AtOnce) { InnerHandler = new SocketsHttpHandler() }) { Timeout = Timeout };
        if (credential is null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", "simulator");
        return new(new HttpClientRequestAdapter(authentication, httpClient: http), service.AbsoluteUri.TrimEnd('/'));
    }
}
