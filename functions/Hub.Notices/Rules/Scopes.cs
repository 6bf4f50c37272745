using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Notices.Rules;

/// <summary>What the scope of a designation is about: offences (R15), a part of the State, or the direction of requests.</summary>
internal static class Scopes
{
    private static readonly string[] Offences = Folded(
        "offence offense crime criminal corrupt drug narcotic terror launder traffick smuggl piracy tax fraud cyber firearm "
        + "murder homicid kidnap brib extort theft robber forger counterfeit abuse violen genocid "
        + "infraction délit stupéfiant blanchiment trafic piraterie fiscal delito droga estupefaciente lavado blanqueo tráfico piratería "
        + "преступ коррупц наркот террор отмыва пират налог جريمة جرائم فساد مخدرات إرهاب غسل قرصنة 犯罪 腐败 毒品 恐怖 洗钱 海盗");

    private static readonly string[] Others = Folded(
        "incoming outgoing inbound outbound received sent active passive all entrant sortant reçu émis toute actif passif "
        + "entrante saliente recibid emitid todas activ pasiv входящ исходящ получ направл всех واردة صادرة 收到 发出 被动 主动 所有 "
        + "territor region province state island overseas federal mainland district municipal jurisdiction "
        + "territoire région île outre-mer fédér canton isla región provincia municip estad территор регион област остров край "
        + "إقليم منطقة جزر ولاية 领土 地区 省 岛 州");

    /// <summary>Whether it is for some offences only; what speaks of nothing else is taken for that.</summary>
    public static bool IsByOffence(string scope, StateCatalog states)
    {
        var folded = FoldedText.Of(scope);
        return Offences.Any(w => folded.Contains(w, StringComparison.Ordinal))
            || !(Others.Any(w => folded.Contains(w, StringComparison.Ordinal)) || folded.Split(' ').Any(w => IsPlace(w, folded, states))
                || IsProperName(scope));
    }

    /// <summary>Whether two scopes are one, however they are written.</summary>
    public static bool AreTheSame(string? one, string? other) =>
        (one ?? "").Length <= FoldedText.Longest && (other ?? "").Length <= FoldedText.Longest
            ? FoldedText.Of(one ?? "") == FoldedText.Of(other ?? "")
            : string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsPlace(string word, string scope, StateCatalog states) =>
        word.Length > 3 && states.TryFind(word, out _, out _) || states.TryFind(scope, out _, out _);

    // No list of the hub's has every part of every State: England and Wales, Zanzibar.
    private static bool IsProperName(string scope)
    {
        var words = scope.Split([' ', ',', '-', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).ToList();
        return words.Count > 0 && words.TrueForAll(w => char.IsUpper(w[0]) && w.Skip(1).Any(char.IsLower));
    }

    private static string[] Folded(string words) => [.. words.Split(' ').Select(FoldedText.Of)];
}
