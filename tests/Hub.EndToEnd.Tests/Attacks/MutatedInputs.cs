using System.Text;
using System.Text.Json;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Hub.SampleFiles;
using Hub.Testing;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>
/// Notices, files and mails with something changed at random. What the hub gets follows from a seed and a number alone, so that what a test
/// names can be sent again.
/// </summary>
internal sealed class MutatedInputs
{
    private const int Ways = 4;
    private const string Text =
        "The Permanent Mission presents its compliments to the Office and designates the Ministry of Justice, tel. +999 1 555 0100.";
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };
    private static readonly string Mails = Repository.PathTo("tests", "Hub.Rules.Tests", "Intake", "Mails", "Corpus");

    private static readonly string[] CorpusMissions =
        ["vienna@mfa.arvenia.example", "mission.vienne@diplomatie.belvarie.example", "mision.viena@exterior.soravia.example"];

    private readonly int _seed;
    private readonly Mutations _bodies;
    private readonly Mutations _mails;
    private readonly (string Ending, Mutations Files)[] _files;

    private MutatedInputs(int seed, string state, string mission, IReadOnlyDictionary<string, byte[]> forms)
    {
        _seed = seed;
        _bodies = Mutations.OfLines(Bodies(state).Select(b => Encoding.UTF8.GetBytes(b)));
        _mails = Mutations.OfLines(Directory.GetFiles(Mails, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => AsOf(mission, File.ReadAllText(file))));
        _files =
        [
            ("pdf", Mutations.OfBytes([Pdf.WithText(Text), Pdf.Scan(), HeavyFiles.Drawing("/A Do /A Do", ("/A Do", 7), ("0 0 m", 4))])),
            ("docx", Mutations.OfBytes([Package.Docx(Text).Bytes(), forms["docx"]])),
            ("xlsx", Mutations.OfBytes([Package.Xlsx(Text, "C1", "Ministry of Justice").Bytes(), forms["xlsx"]])),
            ("odt", Mutations.OfBytes([Package.Odt(Text).Bytes()])),
            ("csv", Mutations.OfLines([forms["csv"], "name;telephone\nOffice;+99915550100\nMinistry;+99915550101\n"u8.ToArray()])),
            ("json", Mutations.OfLines([forms["json"]])),
        ];
    }

    /// <summary>Those of a State and its mission, with the hub's own forms among the files.</summary>
    public static async Task<MutatedInputs> Of(int seed, RunningHub hub, string state, string mission)
    {
        var forms = new Dictionary<string, byte[]>();
        foreach (var kind in new[] { "docx", "xlsx", "csv", "json" })
            forms[kind] = (await hub.Nobody.GetBytes($"api/forms/designation.{kind}?language=en")).Bytes;
        return new(seed, state, mission, forms);
    }

    /// <summary>The one with a number; one after the other they come by all ways, and by each in all kinds.</summary>
    public HostileInput this[int number]
    {
        get
        {
            var (way, (ending, files)) = ((Way)(number % Ways), _files[number / Ways % _files.Length]);
            var name = $"{_seed}-{number}.{ending}";
            return way switch
            {
                Way.Body => new(way, name, _bodies.Case(_seed, number)),
                Way.Mail => new(way, name, _mails.Case(_seed, number)),
                _ => new(way, name, files.Case(_seed, number)),
            };
        }
    }

    private static IEnumerable<string> Bodies(string state)
    {
        yield return SampleNotices.Designation(state).ToJsonString(Lines);
        yield return SampleNotices.Membership(state, "wacap", "A membership").ToJsonString(Lines);
        yield return SampleNotices.Contact(state, "no-such-record", SampleNotices.Object(
            """{ "phones": [ { "number": "+99915550101", "purpose": "EMERGENCY" } ], "comments": "Open", "timeZone": "Africa/Dakar" }"""))
            .ToJsonString(Lines);
    }

    // The corpus has missions of its own; as this mission's, its mails are opened and read.
    private static byte[] AsOf(string mission, string mail) => Encoding.UTF8.GetBytes(CorpusMissions.Aggregate(
        mail, (text, of) => text.Replace(of, mission, StringComparison.Ordinal)
            .Replace(of.Split('@')[1], mission.Split('@')[1], StringComparison.Ordinal)).ReplaceLineEndings("\r\n"));
}
