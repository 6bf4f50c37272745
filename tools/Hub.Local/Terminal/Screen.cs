namespace Hub.Local.Terminal;

/// <summary>Writes for a person: in colour on a terminal (unless NO_COLOR says otherwise), as plain lines anywhere else.</summary>
public sealed class Screen(TextWriter output, TextWriter errors, bool isTerminal, bool hasColour)
{
    /// <summary>Columns that a line may fill.</summary>
    public const int Width = 100;

    private readonly Lock _lock = new();
    private string _progress = "";
    private int _tenths = -1;

    /// <summary>The console this program was started from.</summary>
    public static Screen OfConsole()
    {
        var terminal = !Console.IsOutputRedirected;
        var colour = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Console.Out, Console.Error, terminal, colour);
    }

    /// <summary>A line as it is.</summary>
    public void Line(string text = "")
    {
        lock (_lock)
        {
            ClearProgress();
            output.WriteLine(text);
        }
    }

    /// <summary>A heading.</summary>
    public void Heading(string text) => Line($"\n{In(Colour.Bold, text)}");

    /// <summary>What went wrong.</summary>
    public void Error(string text)
    {
        lock (_lock)
        {
            ClearProgress();
            errors.WriteLine(In(Colour.Red, text));
        }
    }

    /// <summary>How far long work is: one line that overwrites itself on a terminal, a line a tenth elsewhere.</summary>
    public void Progress(string what, int done, int all)
    {
        lock (_lock)
        {
            var percent = 100 * done / Math.Max(all, 1);
            if (isTerminal)
                Overwrite($"  {what} {percent} %");
            else if (percent / 10 != _tenths)
                output.WriteLine($"  {what} {percent} %");
            _tenths = percent / 10;
        }
    }

    /// <summary>The text in a colour, where there are colours.</summary>
    public string In(Colour colour, string text) => hasColour ? $"\u001b[{(int)colour}m{text}\u001b[0m" : text;

    private void Overwrite(string line)
    {
        output.Write($"\r{line.PadRight(_progress.Length)}");
        _progress = line;
    }

    private void ClearProgress()
    {
        if (_progress.Length > 0)
            output.Write($"\r{new string(' ', _progress.Length)}\r");
        _progress = "";
        _tenths = -1;
    }
}

/// <summary>The colours used, by their ANSI codes.</summary>
public enum Colour
{
    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Dim.</summary>
    Dim = 2,

    /// <summary>Wrong.</summary>
    Red = 31,

    /// <summary>As expected.</summary>
    Green = 32,

    /// <summary>To be looked at.</summary>
    Yellow = 33,

    /// <summary>What was sent.</summary>
    Cyan = 36,
}
