using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, diagnostics and transport of the table clients.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "Not a version of the Table service."),
        };
        foreach (var header in (string[])["DataServiceVersion", "x-ms-error-code", "x-ms-version"])
            Diagnostics.LoggedHeaderNames.Add(header);
        foreach (var parameter in (string[])["$filter", "$format", "$select", "$top"])
            Diagnostics.LoggedQueryParameters.Add(parameter);
    }

    internal string Version { get; }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
