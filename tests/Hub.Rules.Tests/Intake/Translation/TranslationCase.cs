using Hub.Intake.Files.Reading;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Translation;

/// <summary>A document and a translator.</summary>
public abstract class TranslationCase
{
    private protected const string French =
        "La Mission permanente présente ses compliments à l'Office et a l'honneur de porter à sa connaissance "
        + "les coordonnées de l'autorité.";
    private protected readonly Desk _desk = new(
        new DocumentSettings { Languages = [Language.English, Language.French, Language.Spanish] }, Sample.Authority());
    private protected readonly FakeTranslator _translator = new();

    private protected async Task Work()
    {
        var settings = new DocumentSettings { Languages = [Language.English, Language.French, Language.Spanish] };
        var works = _desk.Clocked(settings);
        var reading = new DocumentReading(works, _desk.Works, _desk.Notices, _desk.Files, new FileReader(), settings, _desk.Clock);
        var translation = new DocumentTranslation(
            works, _desk.Works, _desk.Notices, _desk.Files, new FileReader(), _translator, _desk.Clock);
        while (await _desk.Works.Due(_desk.Clock.Now, default) is [var id, ..])
        {
            if (id.Split('/').Length == 2)
                await reading.Run(id, default);
            else
                await translation.Run(id, default);
        }
    }

    private protected async Task<Notice> Submitted(string name, byte[] bytes) =>
        Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(
        Sample.Amending($$"""{"comments":"{{Guid.NewGuid()}}"}"""), files: new SubmittedFile(name, "application/pdf", bytes))).Notice;

    private protected sealed class FakeTranslator : ITranslator
    {
        public List<Language> Asked { get; } = [];

        public Func<Translated>? Answer { get; set; }

        public string Name => "fake";

        public Task<Translated> Translate(string text, Language from, Language into, string glossary, CancellationToken cancel)
        {
            Asked.Add(into);
            return Task.FromResult(Answer?.Invoke() ?? new Translated.Text($"[{into}] {text}"));
        }
    }
}
