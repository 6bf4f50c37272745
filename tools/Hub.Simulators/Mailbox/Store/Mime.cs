using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>A message as MIME (RFC 5322, 2045), as Graph's $value gives it.</summary>
public static class Mime
{
    /// <summary>The property of a message that came in whole, as it is.</summary>
    public const string Raw = "mime";

    /// <summary>The property of a message that came in whole, as base64 of its bytes.</summary>
    public const string Bytes = "mimeBytes";

    private const int LineLength = 76;

    public static string Write(MailMessage message)
    {
        if (message[Raw] is { } raw)
            return raw;
        var text = new StringBuilder();
        foreach (var header in Headers(message))
            text.Append(header).Append("\r\n");
        var boundary = $"=_{message.ImmutableId}";
        if (message.Attachments.Count == 0)
            return text.Append(Body(message)).ToString();
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n")
            .Append(Body(message));
        foreach (var attachment in message.Attachments)
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n").Append(Part(attachment));
        return text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString();
    }

    private static IEnumerable<string> Headers(MailMessage message)
    {
        foreach (var header in message.Properties["internetMessageHeaders"] as JsonArray ?? [])
            yield return $"{header?["name"]}: {Word(header?["value"]?.ToString() ?? "")}";
        yield return $"From: {Shown(message.Properties["from"], message.Sender)}";
        if (message.Addresses("replyTo").Any())
            yield return $"Reply-To: {string.Join(", ", message.Addresses("replyTo"))}";
        yield return $"To: {string.Join(", ", message.Addresses("toRecipients"))}";
        if (message.Addresses("ccRecipients").Any())
            yield return $"Cc: {string.Join(", ", message.Addresses("ccRecipients"))}";
        yield return $"Subject: {Word(message.Subject)}";
        yield return $"Date: {message.When("sentDateTime"):r}";
        yield return $"Message-ID: {message.Text("internetMessageId")}";
        yield return "MIME-Version: 1.0";
    }

    private static string Shown(JsonNode? sender, string address) =>
        sender?["emailAddress"]?["name"]?.ToString() is { Length: > 0 } name && name != address ? $"{Quoted(name)} <{address}>" : address;

    private static string Quoted(string name) => Ascii.IsValid(name) ? $"\"{name.Replace('"', '\'')}\"" : Word(name);

    private static string Body(MailMessage message)
    {
        var body = message.Properties["body"];
        var type = body?["contentType"]?.ToString().ToUpperInvariant() == "HTML" ? "text/html" : "text/plain";
        var content = Base64(Encoding.UTF8.GetBytes(body?["content"]?.ToString() ?? ""));
        return $"Content-Type: {type}; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{content}\r\n";
    }

    private static string Part(MailAttachment attachment) =>
        $"Content-Type: {attachment.ContentType}; name=\"{Word(attachment.Name)}\"\r\n" +
        $"Content-Disposition: attachment; filename=\"{Word(attachment.Name)}\"\r\n" +
        $"Content-Transfer-Encoding: base64\r\n\r\n{Base64(attachment.Content)}\r\n";

    private static string Base64(byte[] bytes) =>
        string.Join("\r\n", Convert.ToBase64String(bytes).Chunk(LineLength).Select(line => new string(line)));

    // RFC 2047, for letters outside ASCII.
    internal static string Word(string text) =>
        Ascii.IsValid(text) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
