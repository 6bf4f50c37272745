using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hub.Simulators.Translator;
using Hub.Testing;
using Microsoft.AspNetCore.Builder;

namespace Hub.Simulators.Tests;

public sealed class TranslatorTests : IDisposable
{
    private readonly FakeApertium _apertium = new();

    [Theory]
    [InlineData("en", "es", "text/plain", "Hello[txt eng-spa]")]
    [InlineData("en", "es", "text/html", "Hello[html eng-spa]")]
    [InlineData("en", "fr", "text/plain", "Hello[txt eng-spa][txt es-fr]")]
    [InlineData("fr", "en", "text/plain", "Hello[txt fr-es][txt spa-eng]")]
    public async Task A_document_is_translated_through_spanish_where_there_is_no_direct_pair(
        string from, string to, string type, string expected)
    {
        var (status, body, contentType) = await Translate(_apertium.Program, $"sourceLanguage={from}&targetLanguage={to}", type, "Hello");

        Assert.Equal((200, expected, type), (status, body, contentType));
    }

    [Theory]
    [InlineData("sourceLanguage=en&targetLanguage=ar", "text/plain", "InvalidTargetLanguage")]
    [InlineData("sourceLanguage=zh&targetLanguage=en", "text/plain", "InvalidSourceLanguage")]
    [InlineData("sourceLanguage=en&targetLanguage=en", "text/plain", "InvalidTargetLanguage")]
    [InlineData("sourceLanguage=en&targetLanguage=es", "application/pdf", "InvalidDocumentType")]
    [InlineData("sourceLanguage=en&targetLanguage=es&api-version=2019-01-01", "text/plain", "InvalidApiVersion")]
    public async Task What_it_cannot_translate_is_refused_in_the_services_shape(string query, string type, string code)
    {
        var (status, body, _) = await Translate(_apertium.Program, query, type, "Hello");

        var error = JsonNode.Parse(body)!["error"]!;
        Assert.Equal((400, "InvalidRequest", code), (status, error["code"]!.ToString(), error["innerError"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task It_says_so_when_apertium_is_not_installed()
    {
        var (status, body, _) = await Translate("/nowhere/apertium", "sourceLanguage=en&targetLanguage=es", "text/plain", "Hello");

        Assert.Equal(503, status);
        Assert.Contains("apt-get install apertium", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_apertium_is_told()
    {
        var (status, body, _) = await Translate(_apertium.Program, "sourceLanguage=en&targetLanguage=es", "text/plain", "break");

        Assert.Equal(500, status);
        Assert.Contains("out of order", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_key_is_refused()
    {
        await using var app = await Start(_apertium.Program);
        using var http = new HttpClient();

        using var answer = await http.GetAsync($"{app.Urls.First()}/translator/document/batches/x?api-version=2024-05-01");

        Assert.Equal(401, (int)answer.StatusCode);
    }

    public void Dispose() => _apertium.Dispose();

    internal static async Task<WebApplication> Start(string program)
    {
        var app = TranslatorSimulator.Build(new SimulatorOptions("http://127.0.0.1:0"), program);
        await app.StartAsync();
        return app;
    }

    private static async Task<(int Status, string Body, string? ContentType)> Translate(
        string program, string query, string type, string text)
    {
        await using var app = await Start(program);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "any");
        using var document = new StringContent(text);
        document.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { document, "document", "note" } };
        var version = query.Contains("api-version", StringComparison.Ordinal) ? "" : "&api-version=2024-05-01";
        using var answer = await http.PostAsync($"{app.Urls.First()}/translator/document:translate?{query}{version}", form);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }
}
