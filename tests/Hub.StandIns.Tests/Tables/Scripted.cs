using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

/// <summary>A transport that answers from a script, then from the network, and keeps what was sent.</summary>
internal sealed class Scripted(params Answer[] answers) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Network = new();
    private int _sent;

    public List<(string Authorization, string Date, Uri Uri)> Sent { get; } = [];

    public Action AfterSending { get; init; } = () => { };

    public static TableClientOptions Options(params Answer[] answers) => new Scripted(answers).AsOptions();

    public TableClientOptions AsOptions() => new()
    {
        Transport = this,
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2), MaxRetries = 3 },
    };

    public override Request CreateRequest() => Network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        message.Request.Headers.TryGetValue("Authorization", out var authorization);
        message.Request.Headers.TryGetValue("x-ms-date", out var date);
        Sent.Add((authorization ?? "", date ?? "", message.Request.Uri.ToUri()));
        AfterSending();
        if (_sent < answers.Length)
            message.Response = answers[_sent++];
        else
            await Network.ProcessAsync(message);
    }
}
