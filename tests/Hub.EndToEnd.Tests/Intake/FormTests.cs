using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>The designation form is there for everyone, and comes back filled in as a file of a notice.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class FormTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("json", "application/json")]
    public async Task Everyone_can_take_the_form_in_a_language_and_what_one_has_is_not_sent_again(string kind, string mediaType)
    {
        var (status, headers, bytes) = await _hub.Nobody.GetBytes($"api/forms/designation.{kind}?language=fr");
        Assert.Equal((200, mediaType), (status, headers["Content-Type"]));
        Assert.Equal($"attachment; filename=designation.fr.{kind}", headers["Content-Disposition"]);
        Assert.Contains("public", headers["Cache-Control"]);
        Assert.Equal(bytes, (await _hub.Nobody.GetBytes($"api/forms/designation.{kind}", ("Accept-Language", "fr-CH, en;q=0.5"))).Bytes);
        Assert.Equal(
            304, (await _hub.Nobody.GetBytes($"api/forms/designation.{kind}?language=fr", ("If-None-Match", headers["ETag"]))).Status);
        Assert.NotEqual(bytes, (await _hub.Nobody.GetBytes($"api/forms/designation.{kind}?language=zh")).Bytes);
    }

    [Theory]
    [InlineData("designation.pdf", 404)]
    [InlineData("designation", 404)]
    [InlineData("..%2Fappsettings.json", 404)]
    [InlineData("designation.csv?language=de", 400)]
    [InlineData("designation.csv?lang=fr", 400)]
    public async Task A_form_that_there_is_not_is_said_to_be_none(string name, int status) =>
        (await _hub.Nobody.Get($"api/forms/{name}")).Expect(status);

    [Fact]
    public async Task A_filled_form_is_the_change_of_the_notice_that_it_comes_with()
    {
        var form = FilledForm.Of(
            (await _hub.Nobody.GetBytes("api/forms/designation.csv?language=es")).Bytes,
            ("A4", $"NV-{Guid.NewGuid()}"), ("B1", "X"), ("C3", "Dirección de Asuntos Penales"), ("C15", "+999 1 555 0142"),
            ("C19", "penal@justicia.example"), ("F10", "se aceptan"), ("J1", "ninguna"));
        var office = await _hub.Office("FJI");
        using var notice = new MultipartFormDataContent
        {
            { new StringContent("""{"state":"FJI","kind":"NEW_DESIGNATION","language":"es"}"""), "notice" },
        };
        notice.Add(new ByteArrayContent(form), "file", "formulario.csv");

        var id = (await office.Send(HttpMethod.Post, "api/notices", notice)).Expect(202).Id;
        await _hub.Reaches(id, "REVIEW");

        var view = (await office.Get($"api/notices/{id}")).Json;
        var phone = view["proposals"]!.AsArray().Single(p => (string)p!["code"]! == "C15")!;
        Assert.Equal("/changes/0/authority/phones/0", (string)phone["pointer"]!);
        Assert.Equal(("formulario.csv", "+999 1 555 0142"), ((string)phone["place"]!["file"]!, (string)phone["words"]!));
        Assert.True((int)phone["place"]!["row"]! > 40);
        var changes = (await _hub.Secretariat.Get($"api/notices/{id}")).Json["form"]!["changes"]!;
        Assert.Equal("Dirección de Asuntos Penales", (string)changes[0]!["authority"]!["authorityName"]!["es"]!);
    }
}
