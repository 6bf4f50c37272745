using Hub.Deploy;
using Hub.Deploy.Bicep;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;

// Explains a deployment by what Bicep's compiler makes of infra/; it asks Azure nothing and changes nothing.
try
{
    var options = DeployOptions.Read(args);
    if (options.Costs)
    {
        Console.Write(CostTable.Of(CostSheet.Read(), size => PlanParser.Read(GivenSettings.Read(options.Of(size)))));
        return 0;
    }
    if (options.Format)
    {
        InfraFormat.Apply(Console.Out);
        return 0;
    }
    if (!options.WhatIf)
    {
        Console.Error.WriteLine(DeployOptions.Usage);
        return 2;
    }
    var given = GivenSettings.Read(options);
    var plan = PlanParser.Read(given);
    new Report(Console.Out, given, plan).WriteAll(CostSheet.Read().Of(plan));
    return 0;
}
catch (DeployException error)
{
    Console.Error.WriteLine($"./hub deploy: {error.Message}");
    return 2;
}
