namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder for the functions of the program that calls it.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, AppContext.BaseDirectory);
}
