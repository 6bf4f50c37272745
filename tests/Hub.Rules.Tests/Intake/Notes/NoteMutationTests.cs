using System.Diagnostics;
using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Reading;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// Notes changed as mailers and people change them: whatever comes of it, the reading ends, and puts no value on an authority that the note
/// does not name (I11, I13).
/// </summary>
public sealed class NoteMutationTests
{
    // Two seconds on an idle machine; the first mail starts a process, and others may be at work.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public Task A_changed_note_ends_and_touches_no_authority_that_it_does_not_name() => Holds(ways: 1);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_note_changed_in_a_hundred_ways_each_ends_and_touches_no_authority_that_it_does_not_name() => Holds(ways: 100);

    private static async Task Holds(int ways)
    {
        await using var pool = new FileReaderPool(new FileReaderLimits());
        var reader = new ProcessFileReader(pool);
        var notes = NoteCorpus.Read(NoteCorpus.Developed);
        for (var i = 0; i < notes.Count; i++)
            for (var way = 0; way < ways; way++)
            {
                var seed = (i * 1000) + way;
                var other = notes[(i + way + 1) % notes.Count].Text;
                Assert.Equal("", await Read(notes[i].Name, Changed(notes[i].Text, other, new Random(seed)), seed, reader));
            }
    }

    private static async Task<string> Read(string name, string text, int seed, ProcessFileReader reader)
    {
        var mail = MailFile.Of(text, new([]))[0];
        var hub = new ReadingHub(mail.Register!, reader, mail.At);
        var clock = Stopwatch.StartNew();
        var read = await hub.Read(mail, default);
        if (clock.Elapsed > Longest)
            return $"{name}, {seed}: took {clock.Elapsed}";
        var records = read.Notices.SelectMany(n => n.Form["changes"] as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(c => new[] { (string?)c["recordId"], (string?)c["replaces"] }).OfType<string>().Where(r => r != "none");
        var foreign = records.FirstOrDefault(r => !IsNamed(mail, r));
        return foreign is null ? "" : $"{name}, {seed}: changes {foreign}";
    }

    // By its name; an authority that writes of itself names itself by its address.
    private static bool IsNamed(MailFile mail, string record)
    {
        var authority = mail.Register!.Register.Authorities[record];
        var words = Hub.Register.Text.FoldedText.Of(authority.Name(Language.English));
        var body = string.Join(' ', mail.Mime.Chunk(150).Select(c => new string(c)));
        return authority.Restricted.Emails?.Any(e => e.Address == mail.Sender) == true
            || Squeezed(body).Contains(Squeezed(words), StringComparison.OrdinalIgnoreCase)
            || mail.Mime.Contains("base64", StringComparison.OrdinalIgnoreCase)
            || mail.Mime.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase)
            || mail.Mime.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    // Letters alone: wherever lines are broken, and accents lost; those that a scan takes for each other are one.
    private static string Squeezed(string text) =>
        new([.. text.Normalize(System.Text.NormalizationForm.FormD).Select(Seen).Where(char.IsAsciiLetter)]);

    private static char Seen(char letter) => letter switch
    {
        '1' or 'l' or 'L' or 'I' => 'i',
        '0' => 'o',
        '5' => 's',
        _ => letter,
    };

    private static string Changed(string text, string other, Random random) => random.Next(8) switch
    {
        0 => Body(text, b => Wrapped(b, 40 + random.Next(60))),
        1 => Body(text, b => new([.. b.Normalize(System.Text.NormalizationForm.FormD).Where(c => c < 128)])),
        2 => Body(text, b => b.Replace("\n\n", "\n", StringComparison.Ordinal)),
        3 => Body(text, b => b.ToUpperInvariant()),
        4 => Body(text, b => $"{b}\n\n-- \nConfidential. Tel. +999 1 555 9999, office@elsewhere.example"),
        5 => Body(text, b => $"{b}\n\nOn Monday the secretariat wrote:\n> {BodyOf(other).Replace("\n", "\n> ", StringComparison.Ordinal)}"),
        6 => Body(text, b => Cut(b, random)),
        _ => Body(text, b => string.Join('\n', b.Split('\n').OrderBy(_ => random.Next(4) == 0 ? random.Next(3) : 1))),
    };

    private static string Cut(string body, Random random)
    {
        var at = random.Next(Math.Max(1, body.Length));
        return body.Remove(at, Math.Min(body.Length - at, random.Next(200)));
    }

    private static string Wrapped(string body, int width) => string.Join('\n', body.Split('\n').SelectMany(line =>
        line.Length <= width ? [line] : line.Chunk(width).Select(c => new string(c))));

    private static string BodyOf(string text) => text.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var at ? text[(at + 2)..] : text;

    private static string Body(string text, Func<string, string> change)
    {
        var body = BodyOf(text);
        return text[..^body.Length] + change(body);
    }
}
