using System.Text;

namespace Hub.Local.Terminal;

/// <summary>Breaks long texts into lines that fit the screen.</summary>
public static class Wrapping
{
    /// <summary>The text, each line indented and within the screen's width.</summary>
    public static string Wrap(string text, int indent)
    {
        var margin = new string(' ', indent);
        var (wrapped, line) = (new StringBuilder(), new StringBuilder(margin));
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent && line.Length + word.Length >= Screen.Width)
            {
                wrapped.AppendLine(line.ToString());
                line.Clear().Append(margin);
            }
            line.Append(line.Length > indent ? " " : "").Append(word);
        }
        return wrapped.Append(line).ToString();
    }
}
