using System.Text.RegularExpressions;

namespace Hub.Infra.Tests.Rules;

/// <summary>Names are such as Azure takes, also at their longest.</summary>
internal static class Names
{
    public static Rule Fit(string rule, string type, string pattern, string must, string wrong) => Rule.Each(
        rule, type, r => Regex.IsMatch(r.ShortName, pattern), must, $"{{'name':'{wrong}'}}");
}
