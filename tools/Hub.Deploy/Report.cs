using System.Globalization;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;

namespace Hub.Deploy;

/// <summary>Says in words and columns what a deployment would create.</summary>
internal sealed class Report(TextWriter to, GivenSettings given, Plan plan)
{
    private const int Width = 140;

    public void WriteAll(IReadOnlyList<CostLine> costs)
    {
        to.WriteLine(
            $"What `azd up` would create, size {plan.Size}, as Bicep's compiler predicts it. Azure was not asked what is there.");
        if (!given.NamesAreExact)
            to.WriteLine("<token> is 13 characters that Azure makes from subscription, name and region; <guid> is a GUID.");
        if (given.Missing.Count > 0)
            to.WriteLine($"Still to be set before `azd up` (azd env set NAME value): {string.Join(", ", given.Missing)}.");
        to.WriteLine();
        Write(ResourceTree.Of(plan.Resources), "");
        Write(plan.Roles);
        to.WriteLine($"\nReached from outside the network: {string.Join(", ", plan.Open)}. Everything else is private.");
        Write(costs);
    }

    private void Write(IEnumerable<ResourceTree> trees, string indent)
    {
        foreach (var tree in trees)
        {
            Wrap($"{indent}{tree.Type,-42}", [.. tree.Names.Select(n => Guid.TryParse(n, out _) && !given.NamesAreExact ? "<guid>" : n)]);
            Write(tree.Children, indent + "  ");
        }
    }

    private void Write(IReadOnlyList<PlannedRole> roles)
    {
        to.WriteLine("\nRoles: who may do what on what, and why");
        foreach (var role in roles)
        {
            to.WriteLine($"  {role.Who}: {role.Role}\n    {role.Why}");
            Wrap("    on ", role.On);
        }
    }

    private void Write(IReadOnlyList<CostLine> costs)
    {
        to.WriteLine("\nA month costs about, in US dollars (infra/costs.json; docs/scale-and-cost.md says what is assumed)");
        foreach (var line in costs.Where(c => c.Year > 0))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Part,-56}{line.Year / 12,10:N0}   {line.Arithmetic} ÷ 12"));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"together",-56}{costs.Sum(c => c.Year) / 12,10:N0}"));
    }

    private void Wrap(string before, IReadOnlyList<string> names)
    {
        var line = before;
        foreach (var name in names.Select((n, i) => i + 1 < names.Count ? $"{n}, " : n))
        {
            if (line.Length + name.Length > Width && line.Length > before.Length)
            {
                to.WriteLine(line.TrimEnd());
                line = new(' ', before.Length);
            }
            line += name;
        }
        to.WriteLine(line);
    }
}
