namespace Hub.Functions.Tests.Setup;

/// <summary>The sign-in without a password cannot be switched on where anybody else could come by.</summary>
public sealed class LocalSignInSettingTests
{
    [Theory]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    [InlineData("Data", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:10002/a;")]
    [InlineData("Hub__PublicAddress", "http://localhost:7071")]
    [InlineData("Hub__PublicAddress", "http://[::1]:7071")]
    public void On_ones_own_machine_it_can(string name, string value) =>
        Assert.True(LocalSettings.With(("SignIn__Local", "true"), (name, value)).SignIn.IsLocal);

    [Theory]
    [InlineData("SignIn__Application", "6f1c1a52-3b1c-4f57-9d0e-0a4c8b1f2d10")]
    [InlineData("WEBSITE_SITE_NAME", "hub")]
    [InlineData("WEBSITE_SITE_NAME", "")]
    [InlineData("WEBSITE_HOSTNAME", "hub.azurewebsites.net")]
    [InlineData("Hub__PublicAddress", "https://directory.example.org")]
    [InlineData("Hub__PublicAddress", "https://127.0.0.1.example.org")]
    [InlineData("Mail__Graph", "https://graph.microsoft.com/v1.0")]
    [InlineData("Documents__Translator", "https://translator.example.org")]
    [InlineData("AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=hub;EndpointSuffix=core.windows.net")]
    [InlineData("AzureWebJobsStorage", "TableEndpoint=http://127.0.0.1.example.org:10002/hub;")]
    [InlineData("AzureWebJobsStorage", "TableEndpoint=https://hub.table.core.windows.net/;Note=UseDevelopmentStorage=true")]
    [InlineData("Data", "TableEndpoint=https://hub.table.core.windows.net/")]
    [InlineData("AzureWebJobsStorage", null)]
    public void In_anything_else_the_hub_does_not_start_with_it(string name, string? value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => LocalSettings.With(("SignIn__Local", "true"), (name, value)));
        Assert.Contains("SignIn__Local", refusal.Message, StringComparison.Ordinal);
        Assert.False(LocalSettings.With(("SignIn__Local", "false"), (name, value)).SignIn.IsLocal);
    }
}
