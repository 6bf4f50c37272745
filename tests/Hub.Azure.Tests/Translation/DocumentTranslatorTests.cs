using System.Net.Http.Json;
using Hub.Azure.Translation;
using Hub.Intake.Translation;
using Hub.LocalProcesses;
using Hub.Register.States;
using Hub.Simulators;
using Hub.Simulators.Translator;
using Hub.Testing;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;

namespace Hub.Azure.Tests.Translation;

public sealed class DocumentTranslatorTests : IAsyncLifetime, IDisposable
{
    private readonly FakeApertium _apertium = new();
    private WebApplication _app = null!;

    private Uri Address => new(_app.Urls.First());

    public async Task InitializeAsync()
    {
        _app = TranslatorSimulator.Build(new SimulatorOptions("http://127.0.0.1:0"), _apertium.Program);
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _apertium.Dispose();

    [Fact]
    public async Task A_text_is_translated_with_the_terms_of_the_glossary()
    {
        var translated = await Translate(
            "The Central\nAuthority of Arvenia: é 检察.", Language.English, Language.Spanish, "central authority\tautoridad central\n");
        Assert.Equal(new Translated.Text("The autoridad central of Arvenia: é 检察.[txt eng-spa]"), translated);
    }

    [Fact]
    public async Task A_pair_that_the_translator_does_not_have_is_said_and_not_tried_again() =>
        Assert.IsType<Translated.Unable>(await Translate("x", Language.English, Language.Chinese));

    [Fact]
    public async Task A_text_that_is_too_long_is_not_sent() =>
        Assert.IsType<Translated.Unable>(await Translate(new string('检', 4_000_000), Language.English, Language.Spanish));

    [Theory]
    [InlineData("fail", 500, Failure.Transient)]
    [InlineData("fail", 503, Failure.Overloaded)]
    [InlineData("fail", 401, Failure.Transient)]
    [InlineData("throttle", null, Failure.Overloaded)]
    [InlineData("dropConnection", null, Failure.Transient)]
    public async Task A_failure_is_told_apart_from_what_the_translator_cannot_do(string fault, int? status, Failure kind)
    {
        await Fails(fault, status);
        Assert.Equal(kind, Assert.IsType<Translated.Failed>(await Translate("x", Language.English, Language.Spanish)).Failure.Kind);
    }

    [Fact]
    public async Task A_translator_that_asks_for_a_wait_is_granted_it()
    {
        await Fails("throttle", null, retryAfter: 7);
        var failed = Assert.IsType<Translated.Failed>(await Translate("x", Language.English, Language.Spanish));
        Assert.Equal(TimeSpan.FromSeconds(7), failed.Failure.RetryAfter);
    }

    [Fact]
    public async Task A_translator_that_is_not_there_is_a_failure_to_wait_out()
    {
        var gone = new Uri($"http://127.0.0.1:{Loopback.FreePorts(1)[0]}");
        var translator = new DocumentTranslator(DocumentTranslator.Pipeline(gone, null), gone);
        Assert.IsType<Translated.Failed>(await translator.Translate("x", Language.English, Language.Spanish, "", default));
    }

    [Fact]
    public void Without_a_credential_only_this_machine_is_called() =>
        Assert.Throws<InvalidOperationException>(() => DocumentTranslator.Pipeline(new("https://hub.cognitiveservices.azure.com"), null));

    private async Task Fails(string kind, int? status, int? retryAfter = null)
    {
        using var control = new HttpClient { BaseAddress = Address };
        (await control.PostAsJsonAsync("control/faults", new { kind, match = "POST /translator/*", status, retryAfter }))
            .EnsureSuccessStatusCode();
    }

    private Task<Translated> Translate(string text, Language from, Language into, string glossary = "") =>
        new DocumentTranslator(DocumentTranslator.Pipeline(Address, null), Address).Translate(text, from, into, glossary, default);
}
