using Hub.Notices.Colleagues;
using Hub.Operations.Erasures;

namespace Hub.Operations.Erasing;

/// <summary>Takes personal data out of what colleagues noted about a notice or a mail.</summary>
public sealed class EraseHandling(IHandlingStore handlings)
{
    private const int Tries = 5;

    /// <summary>Erases a person; everything where no terms are given. Whether it is done.</summary>
    public async Task<bool> Do(string id, PersonalTerms? terms, CancellationToken cancel)
    {
        if (terms is null)
        {
            await handlings.Remove(id, cancel);
            return true;
        }
        for (var i = 0; i < Tries; i++)
            if (await handlings.Find(id, cancel) is var handling && !ErasedHandling.Names(handling, terms)
                || await handlings.Save(ErasedHandling.Of(handling, terms), cancel) is not null)
                return true;
        return false;
    }
}
