using System.Text.RegularExpressions;
using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Whether names are such as Azure takes, at their longest.</summary>
internal static class Names
{
    public static bool Fit(Body body, string pattern) => Fit(body.Texts("name"), pattern);

    public static bool Fit(IEnumerable<string> names, string pattern) =>
        names.ToList() is { Count: > 0 } list && list.All(n => Regex.IsMatch(n, pattern));
}
