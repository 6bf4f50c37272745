using System.Text;

namespace Hub.Local.Demo.Inputs;

/// <summary>The form that the hub offers, filled in as a spreadsheet would: the last cell of a row is the answer.</summary>
internal static class FilledForm
{
    /// <summary>The form of the central authority for mutual legal assistance.</summary>
    public static async Task<DemoFile> Of(HubClient hub, string? replaces) =>
        new("form.csv", Fill(await hub.Download("api/forms/designation.csv?language=en"), new()
        {
            ["B6"] = "X", ["C1"] = "Office of International Legal Cooperation", ["C9"] = "Ministry of Justice",
            ["C10"] = "ministry of justice", ["C11"] = "12 Harbour Road", ["C12"] = "Port Arven", ["C13"] = "1000",
            ["C15"] = "+999 1 555 0100", ["C19"] = "cooperation@justice.example", ["D1"] = "08:30-16:30", ["D2"] = "08:30-16:30",
            ["D3"] = "08:30-16:30", ["D4"] = "08:30-16:30", ["D5"] = "08:30-16:30", ["D9"] = "Europe/Vienna", ["D11"] = "English, French",
            ["F10"] = "in urgent cases only", ["J1"] = replaces ?? "none", ["J2"] = replaces is null ? "" : Forms.Yesterday,
        }));

    private static byte[] Fill(byte[] form, Dictionary<string, string> answers)
    {
        var lines = Encoding.UTF8.GetString(form).Split("\r\n").Select(line =>
            answers.TryGetValue(line.Split(',')[0].Trim('"'), out var answer) ? $"{line[..^2]}\"{answer}\"" : line);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
    }
}
