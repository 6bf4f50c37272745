using System.Collections.Frozen;
using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Senders;
using Hub.LocalProcesses;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Mails.Scoring;

/// <summary>
/// Mails with what the hub must make of them (expected.txt). A third, in <c>held</c>, was written before the
/// reader and kept out of its making.
/// </summary>
internal static class Corpus
{
    private static readonly string Folder = Repository.PathTo("tests", "Hub.Rules.Tests", "Intake", "Mails", "Corpus");

    public static IReadOnlyList<CorpusMail> All { get; } = CorpusMail.Read(File.ReadAllText(Path.Combine(Folder, "expected.txt")));

    public static Correspondents Correspondents { get; } = new(
        ["mx.hub.example"], ["hub.example"], ["directory@hub.example"],
        [
            Office("XAA", OfficeRole.Mission, "Permanent Mission of Arvenia", "vienna@mfa.arvenia.example"),
            Office("XAA", OfficeRole.Ministry, "Ministry of Foreign Affairs of Arvenia", "legal@foreign.arvenia.example"),
            new(new("XAA"), OfficeRole.Ministry, "Ministry of Justice of Arvenia", [], ["justice.arvenia.example"]),
            Office("XAA", OfficeRole.Authority, "Centre de coordination maritime", "coordination@mer.arvenia.example"),
            Office("XAB", OfficeRole.Mission, "Mission permanente de Belvarie", "mission.vienne@diplomatie.belvarie.example"),
            Office(
                "XAB", OfficeRole.Ministry, "Ministère des affaires étrangères de Belvarie",
                "affaires.juridiques@diplomatie.belvarie.example"),
            Office("XAC", OfficeRole.Mission, "Misión Permanente de Soravia", "mision.viena@exterior.soravia.example"),
            Office("XAC", OfficeRole.Ministry, "Ministerio de Relaciones Exteriores de Soravia", "tratados@exterior.soravia.example"),
            Office("XAD", OfficeRole.Mission, "Tamarind Islands Mission", "tamarind.mission@gmail.com"),
        ]);

    public static RegisterSnapshot Register { get; } = Sample.Register(
        Record(
            "record-1", "XAA", "en", "Office of the Prosecutor General", (Instrument.Untoc, "18"), (Instrument.Untoc, "17"),
            (Instrument.Uncac, "44")),
        Record("record-2", "XAA", "fr", "Centre de coordination maritime", (Instrument.UntocSom, "8")) with { },
        Record("record-3", "XAA", "es", "Secretaría de Cooperación", (Instrument.Untoc, "16")),
        Record(
            "record-b1", "XAB", "fr", "Direction des affaires criminelles et des grâces", (Instrument.Uncac, "46"),
            (Instrument.UntocSom, "8")),
        Record("record-b2", "XAB", "fr", "Parquet général", (Instrument.Untoc, "16")),
        Record("record-c1", "XAC", "es", "Fiscalía General de la República", (Instrument.Untoc, "16"), (Instrument.Untoc, "17")),
        Record("record-c2", "XAC", "es", "Dirección General de Cooperación Jurídica", (Instrument.Cnd1988, "7")),
        Record("record-d1", "XAD", "en", "Attorney General's Chambers", (Instrument.Untoc, "16"), (Instrument.Untoc, "18")),
        Record("record-d2", "XAD", "en", "Tamarind Islands Coast Guard Operations Centre", (Instrument.Cnd1988, "17")));

    private static readonly FrozenDictionary<string, Lazy<MailVerdict>> Verdicts =
        All.ToFrozenDictionary(m => m.Name, m => new Lazy<MailVerdict>(() => Judge(Bytes(m))));

    /// <summary>What the hub makes of a mail; judged once for all tests.</summary>
    public static MailVerdict Judge(CorpusMail mail) => Verdicts[mail.Name].Value;

    public static MailVerdict Judge(byte[] mime) =>
        Judging.Of(MailParser.Parse(mime), Correspondents, Register);

    /// <summary>All texts of a mail on one line: subjects, bodies, and files.</summary>
    public static string Texts(CorpusMail mail)
    {
        var parsed = MailParser.Parse(Bytes(mail));
        var files = parsed.Files.Select(f => FileReader.Inspect(f.Name, f.Open()) is { Refused: null, Kind: { } kind }
            ? FileReader.Text(kind, f.Open()).Text
            : "");
        return UnderstandingTests.OneLine(
            string.Join('\n', [parsed.Subject, parsed.Text, .. parsed.Forwarded.Select(f => f.Text), .. files]));
    }

    /// <summary>The mail as it travelled: with the line ends of RFC 5322.</summary>
    public static byte[] Bytes(CorpusMail mail) =>
        Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Folder, $"{mail.Name}.eml")).ReplaceLineEndings("\r\n"));

    private static Office Office(string state, OfficeRole role, string name, string address) =>
        new(new StateCode(state), role, name, [address], []);

    private static Authority Record(
        string id, string state, string language, string name, params (Instrument Instrument, string Article)[] pairs)
    {
        var authority = Sample.Authority(
            id, new StateCode(state),
            [.. pairs.Select(p => Pairs.Allowed.First(a => a.Instrument == p.Instrument && a.Article == p.Article))]);
        var own = id == "record-2" ? "coordination@mer.arvenia.example" : $"{id}@register.example";
        return authority with
        {
            Restricted = authority.Restricted with
            {
                AuthorityName = new Dictionary<string, string> { [language] = name }, Emails = [new(own)], Phones = null,
            },
        };
    }
}
