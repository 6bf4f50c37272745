using System.Text.RegularExpressions;

namespace Hub.Infra.Tests.Rules;

/// <summary>What must not stand anywhere in a template.</summary>
internal static partial class TextRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Text(
            "no-loc-expr-outside-params", "var where = resourceGroup().location", LocationExpression(),
            "take the location from a parameter"),
        Text(
            "no-hardcoded-env-urls", "var where = 'https://login.microsoftonline.com'", Host(),
            "take the host from environment() or from a resource"),
        Text("prefer-interpolation", "var name = concat('a', 'b')", Concat(), "write '${a}b'"),
        Text("simplify-interpolation", "var name = '${other}'", OnlyInterpolation(), "write the name alone"),
        Text("use-resource-id-functions", "var id = '/subscriptions/a/resourceGroups/b'", LiteralId(), "take the id from a resource"),
        Text("simplify-json-null", "var nothing = json('null')", JsonNull(), "write null"),
        Text("prefer-unquoted-property-names", "var a = {\n  'plain': 1\n}", QuotedName(), "write the name without quotes"),
        Text(
            "use-resource-symbol-reference", "var a = reference('a', '2025-06-01').id", Reference(),
            "take the property from the resource's symbol"),
        Text("Hub.NoKeys", "var key = account.listKeys().keys[0].value", ListKeys(), "the hub has no keys"),
    ];

    private static Rule Text(string name, string wrong, Regex pattern, string must) => new(
        name, wrong, t => t.Files.SelectMany(f => pattern.Matches(f.Text).Select(m => new Finding(f.Name, $"{m.Value}: {must}"))));

    [GeneratedRegex(@"(?:resourceGroup|deployment)\(\)\.location")]
    private static partial Regex LocationExpression();

    // The names of private zones are what they are.
    [GeneratedRegex(
        @"'(?!privatelink\.)[^'\n]*(?:management\.azure\.com|login\.microsoftonline\.com|core\.windows\.net"
        + @"|servicebus\.windows\.net|vault\.azure\.net)")]
    private static partial Regex Host();

    [GeneratedRegex(@"\bconcat\(\s*'")]
    private static partial Regex Concat();

    [GeneratedRegex(@"(?<![\w'])'\$\{[^}']+\}'(?!:)")]
    private static partial Regex OnlyInterpolation();

    [GeneratedRegex(@"'/subscriptions/")]
    private static partial Regex LiteralId();

    [GeneratedRegex(@"\blist(?:Keys|Secrets|AccountSas|ServiceSas)?\(")]
    private static partial Regex ListKeys();

    [GeneratedRegex(@"json\('null'\)")]
    private static partial Regex JsonNull();

    [GeneratedRegex(@"^\s*'[A-Za-z_]\w*'\s*:", RegexOptions.Multiline)]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"(?<![\w.])reference\(")]
    private static partial Regex Reference();
}
