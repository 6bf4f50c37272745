using Hub.Intake.Files.Unpacking;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Hub.Intake.Files.Pdf;

/// <summary>The objects of a PDF, behind however many references.</summary>
/// <param name="structure">The file's tables.</param>
internal sealed class PdfObjects(Structure structure)
{
    private const int MostReferences = 16;

    /// <summary>What a token is, or leads to; null where that is nothing, or no object.</summary>
    public IToken? Find(IToken? token)
    {
        try
        {
            for (var i = 0; token is IndirectReferenceToken reference && i < MostReferences; i++)
                token = structure.TokenScanner.Get(reference.Data)?.Data;
            return token is IndirectReferenceToken or ObjectToken ? null : token;
        }
        catch (Exception e) when (e is not (RefusedFileException or OutOfMemoryException))
        {
            return null;
        }
    }

    /// <summary>What an entry of a dictionary is.</summary>
    public IToken? Find(DictionaryToken dictionary, string key) => Find(dictionary.Data.GetValueOrDefault(key));

    /// <summary>The bytes of a stream, unpacked.</summary>
    public ReadOnlyMemory<byte> Unpacked(StreamToken stream) => stream.Decode(structure.FilterProvider, structure.TokenScanner);
}
