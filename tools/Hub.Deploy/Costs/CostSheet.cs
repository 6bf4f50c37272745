using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Planning;
using Hub.LocalProcesses;

namespace Hub.Deploy.Costs;

/// <summary>What a part costs a year: the part, the arithmetic in words of numbers, and what it comes to.</summary>
internal sealed record CostLine(string Part, string Arithmetic, double Year);

/// <summary>infra/costs.json: prices, the load, and how they make up what a year costs.</summary>
internal sealed partial class CostSheet
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What is reckoned: the names of its columns, and the size of infra/ that each takes.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Numbers by name, one for each column.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> Load { get; init; }

    /// <summary>Types of resources that cost by their number, by name.</summary>
    public required IReadOnlyDictionary<string, string> Counted { get; init; }

    /// <summary>What is paid for.</summary>
    public required IReadOnlyList<PricedPart> Parts { get; init; }

    public static CostSheet Read() =>
        JsonSerializer.Deserialize<CostSheet>(File.ReadAllText(Repository.PathTo("infra", "costs.json")), Options)!;

    /// <summary>What a deployment of a size costs: its own column.</summary>
    public IReadOnlyList<CostLine> Of(Plan plan) => Of(plan, plan.Size);

    /// <summary>What a deployment costs under the load of a column.</summary>
    public IReadOnlyList<CostLine> Of(Plan plan, string column)
    {
        var index = Columns.Keys.ToList().IndexOf(column);
        var sizes = JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "sizes.json")))![plan.Size]!.AsObject();
        string Filled(string quantity) => Name().Replace(quantity, m => Number(m.Groups[1].Value, index, plan, sizes));
        return [.. Parts.Select(p => Line(p.Part, Filled(Of(p.Quantity, index)), Of(p.Price, index)))];
    }

    private static T Of<T>(IReadOnlyList<T> values, int column) => values[values.Count == 1 ? 0 : column];

    private static CostLine Line(string part, string quantity, double price)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        var year = Convert.ToDouble(table.Compute(Whole().Replace(quantity, "$0.0"), ""), CultureInfo.InvariantCulture) * price;
        var shown = Whole().Replace(quantity, m => Shown(long.Parse(m.Value, CultureInfo.InvariantCulture), "N0"))
            .Replace('*', '×').Replace('/', '÷');
        return new(part, $"{Factor(shown)} × {Shown(price, "0.########")}", year);
    }

    // A sum that is multiplied stands in parentheses of its own.
    private static string Factor(string quantity) =>
        Within().Replace(quantity, "").AsSpan().ContainsAny('+', '-') ? $"({quantity})" : quantity;

    private static string Shown(IFormattable number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private string Number(string name, int column, Plan plan, JsonObject sizes)
    {
        var number = Load.TryGetValue(name, out var load) ? load[column]
            : Counted.TryGetValue(name, out var type) ? plan.Count(type)
            : (double?)sizes[name] ?? throw new NotSupportedException($"infra/costs.json: nothing is called {name}.");
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Within();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\d.])\d+(?![\d.])")]
    private static partial Regex Whole();
}

/// <summary>Something that is paid for.</summary>
/// <param name="Part">What.</param>
/// <param name="Unit">What the price is for.</param>
/// <param name="Price">In US dollars: one for all columns, or one for each.</param>
/// <param name="Quantity">How many units a year, for all columns or for each: numbers, and names of numbers in braces.</param>
internal sealed record PricedPart(string Part, string Unit, IReadOnlyList<double> Price, IReadOnlyList<string> Quantity);
