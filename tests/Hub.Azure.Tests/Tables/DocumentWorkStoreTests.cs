using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Translation;
using Hub.Rules.Tests.Intake.Translation;

namespace Hub.Azure.Tests.Tables;

/// <summary>Work on documents, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class DocumentWorkStoreTests(Storage storage) : DocumentWorkStoreContract
{
    private protected override IDocumentWorkStore Store { get; } = new DocumentWorkStore(storage.Tables);
}
