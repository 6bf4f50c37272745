using Hub.Simulators.Control;
using Hub.Simulators.Mailbox;

namespace Hub.Simulators.Pages;

/// <summary>The form that writes a mail to a mailbox as any sender.</summary>
public sealed class WritePage(Intake intake)
{
    private static readonly (string Value, string Label)[] Verdicts =
    [
        ("spf=pass; dkim=pass; dmarc=pass action=none; compauth=pass reason=100", "everything passes"),
        ("spf=pass; dkim=none; dmarc=bestguesspass action=none; compauth=pass reason=109", "SPF passes, no DKIM, no DMARC record"),
        ("spf=softfail; dkim=none; dmarc=none action=none; compauth=fail reason=001", "nothing vouches for the sender"),
        ("spf=fail; dkim=fail; dmarc=fail action=quarantine; compauth=fail reason=000", "everything fails"),
        ("", "no Authentication-Results header"),
    ];

    public void Map(WebApplication app)
    {
        app.On("GET", "/write", http => Form(http.Request.Query["to"].ToString(), null));
        app.On("POST", "/write", Write);
    }

    private static IResult Form(string to, string? problem) => Html.Page("Write a mail", $"""
        {(problem is null ? "" : $"<p class=\"bad\">{Html.Text(problem)}</p>")}
        <form method="post" enctype="multipart/form-data">
        <label>From <input name="from" type="email" required></label>
        <label>To <input name="to" type="email" required value="{Html.Text(to)}"></label>
        <label>Subject <input name="subject"></label>
        <label>Body <textarea name="body" rows="12"></textarea></label>
        <label>The body is <select name="contentType"><option>text</option><option>html</option></select></label>
        <label>Attachments <input name="attachments" type="file" multiple></label>
        <label>Authentication-Results <select name="authenticationResults">
        {string.Concat(Verdicts.Select(v => $"<option value=\"{Html.Text(v.Value)}\">{Html.Text(v.Label)}</option>"))}</select></label>
        <button>Send</button></form>
        """);

    private async Task<IResult> Write(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (message, problem) = intake.Receive(new IncomingMail(form["from"].ToString(), form["to"].ToString())
        {
            Subject = form["subject"].ToString(),
            Body = form["body"].ToString(),
            ContentType = form["contentType"] == "html" ? "html" : "text",
            AuthenticationResults = form["authenticationResults"].ToString(),
            Attachments = [.. form.Files.Where(f => f.Length > 0).Select(Read)],
        });
        return message is null ? Form(form["to"].ToString(), problem) : Results.Redirect($"/view/{Uri.EscapeDataString(message.Mailbox)}");
    }

    private static IncomingFile Read(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return new IncomingFile(file.FileName, file.ContentType, content.ToArray());
    }
}
