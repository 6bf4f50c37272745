using System.Globalization;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;

namespace Hub.Deploy;

/// <summary>Says in words and columns what a deployment would create.</summary>
internal static class Report
{
    private const int Width = 140;

    public static void Write(TextWriter to, GivenParameters given, Plan plan, IReadOnlyList<CostLine> costs)
    {
        to.WriteLine(
            $"What `azd up` would create, size {plan.Size}. Read from infra/; Azure was not asked, so what is there already is not known.");
        to.WriteLine("<token> is 13 characters that Azure makes from subscription, name and region; <guid> is a GUID.");
        if (given.Missing.Count > 0)
            to.WriteLine($"Still to be set before `azd up` (azd env set NAME value): {string.Join(", ", given.Missing)}.");
        foreach (var module in plan.Modules)
            Write(to, module);
        Write(to, plan.Roles);
        to.WriteLine($"\nReached from outside the network: {string.Join(", ", plan.Open)}. Everything else is private.");
        Write(to, costs);
    }

    private static void Write(TextWriter to, PlannedModule module)
    {
        to.WriteLine($"\n{module.File}: {module.Description}");
        foreach (var resources in module.Resources)
            Wrap(to, $"  {resources.Type["Microsoft.".Length..],-68}", resources.Names);
    }

    private static void Write(TextWriter to, IReadOnlyList<PlannedRole> roles)
    {
        to.WriteLine("\nRoles: who may do what on what, and why");
        foreach (var role in roles)
        {
            to.WriteLine($"  {role.Who}: {role.Role}\n    {role.Why}");
            Wrap(to, "    on ", role.On);
        }
    }

    private static void Write(TextWriter to, IReadOnlyList<CostLine> costs)
    {
        to.WriteLine("\nA month costs about, in US dollars (infra/costs.json; docs/scale-and-cost.md says what is assumed)");
        foreach (var line in costs.Where(c => c.Year > 0))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Part,-56}{line.Year / 12,10:N0}   {line.Arithmetic} ÷ 12"));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"together",-56}{costs.Sum(c => c.Year) / 12,10:N0}"));
    }

    private static void Wrap(TextWriter to, string before, IReadOnlyList<string> names)
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
