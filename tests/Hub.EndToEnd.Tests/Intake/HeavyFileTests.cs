using System.Net.Http.Headers;
using System.Text;
using Hub.EndToEnd.Tests.Attacks;
using Hub.EndToEnd.Tests.Running;
using Hub.SampleFiles;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>
/// I11: files that take gigabytes, minutes or the process that reads them are sent by API and by mail, and the hub goes on.
/// </summary>
[Collection(SharedHubCollection.Name)]
public sealed class HeavyFileTests(SharedHub shared)
{
    private static readonly string[] Asked = ["F15", "F18", "V16"];

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task Each_sender_is_told_what_to_send_instead_and_the_notice_behind_is_routed()
    {
        await using var watch = new ProcessWatch(Hub);
        var office = await Hub.Office("GMB");
        foreach (var (name, bytes) in HeavyFiles.All)
        {
            var sent = (await Submit(office, name, bytes)).Expect(202);
            await Hub.Reaches(sent.Id, "QUERY");
            var codes = (await Hub.Secretariat.Get($"api/notices/{sent.Id}")).Expect(200).Json["problems"]!.AsArray()
                .Select(p => (string)p!["code"]!);
            Assert.True(codes.Any(Asked.Contains), name);
        }
        await Hub.Submit(office, SampleNotices.Membership("GMB", "wacap", $"{Guid.NewGuid()}"));
        Unhurt(watch);
    }

    [Fact]
    public async Task A_mail_with_each_becomes_a_notice_that_asks_and_the_mail_behind_is_read_as_before()
    {
        await using var watch = new ProcessWatch(Hub);
        var mission = await Hub.Mission("NAM");
        foreach (var (name, bytes) in HeavyFiles.All)
            await Hub.Arrives(Letters.Mail(mission, name, Letters.Note($"NAM/{name}")).With(name, "application/pdf", bytes));
        await Hub.Arrives(Letters.Mail(mission, "The note behind", Letters.Note("NAM/99/2026")));

        await Hub.Becomes("The note behind", "NOTICE");
        foreach (var name in HeavyFiles.All.Keys)
            await Hub.Becomes(name, "NOTICE");
        Unhurt(watch);
    }

    [Fact]
    public async Task A_strangers_files_are_not_opened_and_his_mail_is_held()
    {
        foreach (var (name, bytes) in HeavyFiles.All)
            await Hub.Arrives(Letters.Mail("clerk@nowhere.example", $"{name} of a stranger", "See the file.").With(name, "application/pdf", bytes));
        foreach (var name in HeavyFiles.All.Keys)
            await Hub.Becomes($"{name} of a stranger", "HELD");
        Assert.Equal("ok", (string?)(await Hub.Nobody.Get("healthz")).Expect(200).Json["status"]);
    }

    private static void Unhurt(ProcessWatch watch)
    {
        watch.FunctionsAreTheSame();
        Assert.InRange(watch.Readers, 1, ProcessWatch.MostMemory);
    }

    private static async Task<Answer> Submit(ApiClient office, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(SampleNotices.Membership("GMB", "wacap", $"{Guid.NewGuid()}").ToJsonString(), Encoding.UTF8), "notice" },
        };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(file, "file", name);
        return await office.Send(HttpMethod.Post, "api/notices", content);
    }
}
