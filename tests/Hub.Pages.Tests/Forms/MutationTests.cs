using System.Diagnostics;
using FsCheck.Fluent;
using Hub.Core.Documents;
using Hub.Core.Documents.Inspection;
using Hub.Core.Forms.Designations;
using Hub.Core.Notices;
using Hub.Core.States;
using Hub.Pages.Forms;

namespace Hub.Pages.Tests.Forms;

/// <summary>Forms with something changed at random: whatever the hub takes of them is read, or is no form.</summary>
public sealed class MutationTests
{
    private static readonly (DocumentKind Kind, byte[] Bytes)[] Seeds =
    [
        .. from language in new[] { Language.English, Language.Arabic, Language.Chinese }
           let filled = FilledForms.In(language).Sample(1, 20)[0].ToDictionary(f => f.Field.Code, f => f.Text)
           from kind in DesignationForms.Kinds
           select (kind, DesignationForms.Of(kind, language, filled)),
    ];

    [Fact]
    public void No_change_to_a_form_makes_its_reader_fail() => Mutate(TimeSpan.FromSeconds(3), seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_form_makes_its_reader_fail_for_minutes() => Mutate(TimeSpan.FromMinutes(2), Random.Shared.Next());

    private static void Mutate(TimeSpan within, int seed)
    {
        var random = new Random(seed);
        var read = 0;
        for (var all = Stopwatch.StartNew(); all.Elapsed < within;)
        {
            var bytes = Mutated(random);
            if (Inspector.Inspect("form", new MemoryStream(bytes)) is { Refused: null, Kind: { } kind })
                read += Read(kind, bytes, seed) ? 1 : 0;
        }
        Assert.True(read > 10, $"only {read} of the changed forms were still forms");
    }

    private static bool Read(DocumentKind kind, byte[] bytes, int seed)
    {
        DesignationReading? reading = null;
        var failure = Record.Exception(() => reading = DesignationFormReader.Read(kind, "form", new MemoryStream(bytes), NoticeKind.NewDesignation));
        Assert.True(failure is null, $"seed {seed}: {failure} on {Convert.ToBase64String(bytes)}");
        return reading!.IsForm;
    }

    private static byte[] Mutated(Random random)
    {
        var (_, bytes) = Seeds[random.Next(Seeds.Length)];
        bytes = [.. bytes];
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            bytes = Change(bytes, random);
        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = random.Next(Math.Min(48, bytes.Length - at) + 1);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 1:
                return bytes.Length - length > 1 ? [.. bytes[..at], .. bytes[(at + length)..]] : bytes;
            case 2:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            default:
                var (_, other) = Seeds[random.Next(Seeds.Length)];
                var from = random.Next(other.Length);
                return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + length)], .. bytes[at..]];
        }
    }
}
