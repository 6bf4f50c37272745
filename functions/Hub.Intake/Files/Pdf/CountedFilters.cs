using System.IO.Compression;
using System.Runtime.InteropServices;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Hub.Intake.Files.Pdf;

/// <summary>The filters of PDF streams (ISO 32000-1 §7.4), within a budget: a bomb is known before it is unpacked.</summary>
internal sealed class CountedFilters : IFilterProvider
{
    private const long Most = 256L * 1024 * 1024;
    private const long MostAtOnce = 64L * 1024 * 1024;
    private readonly Dictionary<IFilter, IFilter> _counted = [];
    private long _unpacked;

    /// <summary>Whether there was too much; the library may have gone on all the same.</summary>
    public bool IsExceeded { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Counted(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Counted(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Counted(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Counted(IReadOnlyList<IFilter> filters) => [.. filters.Select(Counted)];

    private IFilter Counted(IFilter filter) =>
        _counted.TryGetValue(filter, out var counted) ? counted : _counted[filter] = new CountedFilter(filter, this);

    private void Spend(long bytes)
    {
        if (bytes <= MostAtOnce && _unpacked + bytes <= Most)
            return;
        IsExceeded = true;
        throw new RefusedFileException(ProblemCode.F15);
    }

    private sealed class CountedFilter(IFilter filter, CountedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
                Measure(input);
            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.Spend(decoded.Length);
            all._unpacked += decoded.Length;
            return decoded;
        }

        // Unpacked once to be counted, and not kept.
        private void Measure(Memory<byte> input)
        {
            if (!MemoryMarshal.TryGetArray<byte>(input, out var array))
                return;
            using var packed = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            var (buffer, length) = (new byte[Bytes.Piece], 0L);
            try
            {
                while (unpacking.Read(buffer) is > 0 and var read)
                    all.Spend(length += read);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                // What is damaged, the library reads as far as it goes.
            }
        }
    }
}
