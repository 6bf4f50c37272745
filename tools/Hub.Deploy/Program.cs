using Hub.Deploy;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;

// Explains a deployment from the templates alone; it asks Azure nothing and changes nothing.
try
{
    var options = DeployOptions.Read(args);
    if (options.Costs)
    {
        Console.Write(CostTable.Of(CostSheet.Read(), size => PlanReader.Read(GivenParameters.Read(options.Of(size)))));
        return 0;
    }
    if (!options.WhatIf)
    {
        Console.Error.WriteLine(DeployOptions.Usage);
        return 2;
    }
    var given = GivenParameters.Read(options);
    var plan = PlanReader.Read(given);
    Report.Write(Console.Out, given, plan, CostSheet.Read().Of(plan));
    return 0;
}
catch (DeployException error)
{
    Console.Error.WriteLine($"./hub deploy: {error.Message}");
    return 2;
}
