using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Transport;

namespace Hub.Simulators.Pages;

/// <summary>The form that writes a mail to a mailbox as any sender.</summary>
public sealed class WritePage(Intake intake)
{
    private static readonly string[] Outcomes = ["pass", "fail", "none"];
    private static readonly string[] Checks = ["dmarc", "dkim", "spf"];

    private static string Options => string.Concat(Outcomes.Select(r => $"<option>{r}</option>"));

    public void Map(WebApplication app)
    {
        app.On("GET", "/write", http => Form(http.Request.Query["to"].ToString(), null, http.Request.Query));
        app.On("POST", "/write", Write);
    }

    private static IResult Form(string to, string? problem, IQueryCollection? begun = null) => Html.Page("Write a mail", $"""
        {(problem is null ? "" : $"<p class=\"bad\">{Html.Text(problem)}</p>")}
        <form method="post" enctype="multipart/form-data">
        <label>From <input name="from" type="email" required value="{Begun(begun, "from")}"></label>
        <label>Name shown <input name="name"></label>
        <label>Reply-To <input name="replyTo" type="email"></label>
        <label>To <input name="to" type="email" required value="{Html.Text(to)}"></label>
        <label>Subject <input name="subject" value="{Begun(begun, "subject")}"></label>
        <label>Body <textarea name="body" rows="12"></textarea></label>
        <label>The body is <select name="contentType"><option>text</option><option>html</option></select></label>
        <label>Attachments <input name="attachments" type="file" multiple></label>
        <fieldset><legend>What the mailbox's own server found (Authentication-Results)</legend>
        {string.Concat(Checks.Select(c => $"<label>{c} <select name=\"{c}\">{Options}</select></label>"))}
        <label><input type="checkbox" name="unchecked" value="true" style="width: auto"> it writes no such header</label></fieldset>
        <label>Further headers, one a line (Name: value) <textarea name="headers" rows="3">{Begun(begun, "headers")}</textarea></label>
        <button>Send</button></form>
        """);

    private static string Begun(IQueryCollection? begun, string name) => Html.Text(begun?[name].ToString());

    private async Task<IResult> Write(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (message, problem) = intake.Receive(new IncomingMail(form["from"].ToString(), form["to"].ToString())
        {
            Subject = form["subject"].ToString(),
            Body = form["body"].ToString(),
            ContentType = form["contentType"] == "html" ? "html" : "text",
            Name = form["name"].ToString(),
            ReplyTo = form["replyTo"].ToString() is { Length: > 0 } other ? [other] : [],
            AuthenticationResults = form["unchecked"] == "true"
                ? ""
                : IncomingMail.Checked(Chosen(form, "spf"), Chosen(form, "dkim"), Chosen(form, "dmarc")),
            Headers = Lines(form["headers"].ToString()),
            Attachments = [.. form.Files.Where(f => f.Length > 0).Select(Read)],
        });
        return message is null ? Form(form["to"].ToString(), problem) : Results.Redirect($"/view/{Uri.EscapeDataString(message.Mailbox)}");
    }

    private static string Chosen(IFormCollection form, string check) =>
        Outcomes.Contains(form[check].ToString()) ? form[check].ToString() : "none";

    private static Dictionary<string, string> Lines(string text) =>
        text.Split('\n').Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(l => l is [{ Length: > 0 }, _]).GroupBy(l => l[0], l => l[1]).ToDictionary(g => g.Key, g => g.First());

    private static IncomingFile Read(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return new IncomingFile(file.FileName, file.ContentType, content.ToArray());
    }
}
