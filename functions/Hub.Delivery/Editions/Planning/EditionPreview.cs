using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Editions.Planning;

/// <summary>What an edition would be to its readers, before anything of it is kept or sent.</summary>
public sealed class EditionPreview(
    EditionService editions, IEditionRenderer renderer, IRegisterStore register, IMailWriter writer, TimeProvider clock)
{
    // Nobody but its recipient gets to see a link that works.
    private static readonly Uri Nowhere = new("https://preview.invalid/");

    /// <summary>A file, made anew; null where there is none of the name.</summary>
    public async Task<EditionFile?> File(Edition edition, string name, CancellationToken cancel)
    {
        if (name == EditionService.DirectoryFile)
            return new(name, "application/json", edition.ToBytes());
        return renderer.Render(edition, await editions.Changes(edition, cancel)).FirstOrDefault(f => f.Name == name);
    }

    /// <summary>The mail that a recipient would get, with links that lead nowhere.</summary>
    public async Task<MailMessage> Mail(Edition edition, Recipient to, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head;
        var published = EditionCommit.Build(head, edition, new string('0', 64), clock.GetUtcNow()).Events[^1];
        var links = new RecipientLinks(
            Nowhere, to.RecordId() is null ? null : Nowhere, new Dictionary<EditionId, Uri> { [edition.Id] = Nowhere });
        return writer.Changes(
            MailMessage.IdOf(to.Id, head.Sequence, published.Sequence), to, [new(published, null, null)], links);
    }
}
