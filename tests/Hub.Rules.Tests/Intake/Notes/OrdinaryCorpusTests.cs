using Hub.Intake.Notes;
using Hub.LocalProcesses;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// Sentences of notes that say nothing of an authority's change, whatever words they hold (Ordinary/en.txt, fr.txt, es.txt): courtesies,
/// conventions, meetings, invitations, questions, practice. Alone they are no notice; beside one they add nothing to it (I13).
/// </summary>
public sealed class OrdinaryCorpusTests
{
    private static readonly Dictionary<string, Note> Notes =
        Lines("notes.tsv").Select(l => l.Split('\t')).ToDictionary(c => c[0], c => new Note(c[1], c[2], c[3], c[4], c[5]));

    public static TheoryData<string, string> Sentences
    {
        get
        {
            var sentences = new TheoryData<string, string>();
            foreach (var language in Notes.Keys)
                foreach (var sentence in Lines($"{language}.txt"))
                    sentences.Add(language, sentence);
            return sentences;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Alone_it_is_no_notice(string language, string sentence) => Assert.Null(Noted.Kind(Read(language, sentence)));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Beside_new_contacts_it_adds_nothing(string language, string sentence) =>
        Assert.Equal(Form(language, Notes[language].Contact), Form(language, $"{Notes[language].Contact} {sentence}"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Behind_a_designation_it_adds_nothing(string language, string sentence) =>
        Assert.Equal(Form(language, Notes[language].Designation), Form(language, $"{Notes[language].Designation}\n\n{sentence}"));

    private static string Form(string language, string text) => Read(language, text)!.Form.ToJsonString();

    private static UnderstoodNotice? Read(string language, string text)
    {
        var note = Notes[language];
        return Noted.Read($"{note.Opening}\n\n{text}\n\n{note.Closing}", Noted.Authority(note.Record));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Repository.PathTo("tests", "Hub.Rules.Tests", "Intake", "Notes", "Ordinary", file));

    /// <summary>The frame of a note, and two things that it may say.</summary>
    private sealed record Note(string Record, string Opening, string Contact, string Designation, string Closing);
}
