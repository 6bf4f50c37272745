using System.Text.RegularExpressions;
using Hub.Register.Text;

namespace Hub.Intake.Mails.Senders;

/// <summary>Names shown with an address that say to be somebody else: many mail programs show nothing but the name.</summary>
internal static partial class NameTricks
{
    private const int ShortestName = 8;

    /// <summary>What in the name is another's; null where nothing is.</summary>
    public static string? In(MailAddress address, Office? office, Correspondents correspondents)
    {
        if (address.Name is not { Length: > 0 } name)
            return null;
        if (Address().Matches(name).FirstOrDefault(m => !address.IsSameAs(m.Value)) is { } other)
            return other.Value;
        var shown = Skeleton.Of(name);
        return correspondents.Offices.FirstOrDefault(
            o => o != office && Names(o, shown) && (office is null || !Names(office, shown)))?.Name;
    }

    private static bool Names(Office office, string shown) =>
        Skeleton.Of(office.Name) is { Length: >= ShortestName } name && shown.Contains(name, StringComparison.Ordinal);

    [GeneratedRegex(@"[\w.+'-]{1,64}[@＠][\w-]+(\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
