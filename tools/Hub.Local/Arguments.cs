namespace Hub.Local;

/// <summary>Options of the command line: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _given = [];

    public Arguments(IReadOnlyList<string> args, string[] valued, string[] flags)
    {
        for (var i = 0; i < args.Count; i++)
            if (flags.Contains(args[i]))
                _given[args[i]] = "";
            else if (!valued.Contains(args[i]))
                throw Usage.Unknown(args[i]);
            else if (i + 1 == args.Count)
                throw new CommandException($"{args[i]} needs a value.", exitCode: 2);
            else
                _given[args[i]] = args[++i];
    }

    public bool Has(string name) => _given.ContainsKey(name);

    public string? Text(string name) => _given.GetValueOrDefault(name);

    public double Number(string name, double otherwise, double least, double most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandException($"{name} {text}: a number from {least:0.##} to {most:0} is wanted.", exitCode: 2);
    }
}
