using Hub.Core.Documents.Translation;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Documents;

/// <summary>Reads a document, or translates one into one language.</summary>
public sealed class TranslateDocument(DocumentReading reading, DocumentTranslation translation)
{
    private const int PartsOfTranslation = 3;

    /// <summary>Queue documents: notice and number, for a translation also the language.</summary>
    [Function(nameof(TranslateDocument))]
    public async Task<WakeUps?> Run(
        [ServiceBusTrigger(Queues.Documents, Connection = Queues.Connection)] string work, CancellationToken cancel)
    {
        if (work.Split('/').Length < PartsOfTranslation)
            return new() { Documents = [.. await reading.Run(work, cancel)] };
        await translation.Run(work, cancel);
        return null;
    }
}
