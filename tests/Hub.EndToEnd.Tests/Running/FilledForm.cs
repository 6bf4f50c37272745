using System.Text;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>The hub's form as CSV, filled in as a spreadsheet would: the last cell of each row is the answer.</summary>
internal static class FilledForm
{
    /// <summary>The form with these answers.</summary>
    public static byte[] Of(byte[] form, params (string Code, string Value)[] answers)
    {
        var lines = Encoding.UTF8.GetString(form).Split("\r\n").Select(
            line => answers.FirstOrDefault(a => line.StartsWith($"\"{a.Code}\",", StringComparison.Ordinal)) is { Code: not null } answer
                ? $"{line[..^2]}\"{answer.Value}\""
                : line);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
    }
}
