namespace Hub.Local;

/// <summary>Something that whoever runs this can mend: what is wrong, and what to do about it.</summary>
public sealed class CommandException(
    string what, string todo = "", int exitCode = 1) : Exception(todo.Length > 0 ? $"{what}\n{todo}" : what)
{
    /// <summary>The exit code of the program.</summary>
    public int ExitCode => exitCode;
}
