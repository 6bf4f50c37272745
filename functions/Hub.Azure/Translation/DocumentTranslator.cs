using System.Globalization;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Hub.Intake.Translation;
using Hub.Register.Json;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Azure.Translation;

/// <summary>Azure Document Translation, one text at a time (the synchronous call, API version 2024-05-01).</summary>
public sealed class DocumentTranslator(HttpPipeline pipeline, Uri service) : ITranslator
{
    private const string Version = "2024-05-01";

    /// <summary>Characters that the service takes in one call are more; a text of so many takes it about a minute.</summary>
    private const int MostBytes = 10 * 1024 * 1024;

    /// <inheritdoc/>
    public string Name => service.IsLoopback ? OnThisMachine : "Azure Document Translation";

    /// <summary>What translates on somebody's own machine: no reader is to take its work for Azure's.</summary>
    public const string OnThisMachine = "Apertium";

    /// <summary>
    /// A pipeline with a credential, or without one to a simulator on this machine. It does not try again: waiting is the due times'.
    /// </summary>
    public static HttpPipeline Pipeline(Uri service, TokenCredential? credential)
    {
        if (credential is null && !service.IsLoopback)
            throw new InvalidOperationException($"{service} needs a credential; only a simulator on this machine does without.");
        var options = new TranslatorOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(100) } };
        HttpPipelinePolicy authentication = credential is null
            ? new SimulatorKey()
            : new BearerTokenAuthenticationPolicy(credential, "https://cognitiveservices.azure.com/.default");
        return HttpPipelineBuilder.Build(options, authentication);
    }

    /// <inheritdoc/>
    public async Task<Translated> Translate(string text, Language from, Language into, string glossary, CancellationToken cancel)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes)
            return new Translated.Unable($"its text is longer than the {MostBytes / 1024 / 1024} MB that the translator takes");
        try
        {
            using var message = await Message(text, from, into, glossary, cancel);
            await pipeline.SendAsync(message, cancel);
            return Read(message.Response);
        }
        catch (Exception e) when (e is RequestFailedException or HttpRequestException or IOException or SocketException
            || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Translated.Failed(new(Failure.Transient, "the translator could not be reached"));
        }
    }

    private async Task<HttpMessage> Message(string text, Language from, Language into, string glossary, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(text, null, "text/plain"), "document", "document.txt" },
            { new StringContent(glossary, null, "text/tab-separated-values"), "glossary", "glossary.tsv" },
        };
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(
            service, $"translator/document:translate?sourceLanguage={Code(from)}&targetLanguage={Code(into)}&api-version={Version}"));
        message.Request.Headers.Add("Content-Type", form.Headers.ContentType!.ToString());
        message.Request.Content = RequestContent.Create(await form.ReadAsByteArrayAsync(cancel));
        return message;
    }

    private static Translated Read(Response response) => response.Status switch
    {
        200 => new Translated.Text(response.Content.ToString()),
        400 or 404 or 413 or 415 => new Translated.Unable($"the translator does not do this one ({response.Status})"),
        401 or 403 => Failed(Failure.Transient, "the hub may not use the translator", response),
        429 or 503 => Failed(Failure.Overloaded, $"the translator answered {response.Status}", response),
        _ => Failed(Failure.Transient, $"the translator answered {response.Status}", response),
    };

    private static Translated.Failed Failed(Failure kind, string reason, Response response) => new(new(kind, reason,
        response.Headers.TryGetValue("Retry-After", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null));

    private static string Code(Language language) => language == Language.Chinese ? "zh-Hans" : language.Code();

    private sealed class TranslatorOptions : ClientOptions;

    private sealed class SimulatorKey : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Authorization", "Bearer simulator");
    }
}
