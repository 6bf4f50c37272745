namespace Hub.Azure.Mail;

/// <summary>
/// Lets so many requests run at once, answers included; the others wait for their turn. Graph refuses an app more than four.
/// </summary>
internal sealed class ConcurrencyLimit(int most) : DelegatingHandler
{
    private readonly SemaphoreSlim _places = new(most);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            // A request runs until its answer is here to the last byte.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _places.Dispose();
        base.Dispose(disposing);
    }
}
