using System.Security.Cryptography;
using System.Text;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>
/// A notice's short name, for people to read and to say: State, year, and five signs that follow from its id, e.g. <c>SEN-2026-K7QXB</c>. The
/// signs are digits and letters without I, L, O and U; of a thousand notices of one State in one year, two have the same once in sixty times.
/// </summary>
public static class NoticeReference
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 5;

    /// <summary>The short name of a notice.</summary>
    public static string Reference(this Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Reference(notice.Id, notice.State, notice.ReceivedAt);
    }

    /// <summary>The same of its summary.</summary>
    public static string Reference(this NoticeSummary notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Reference(notice.Id, notice.State, notice.ReceivedAt);
    }

    private static string Reference(string id, StateCode state, DateTimeOffset receivedAt)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(id));
        return $"{state}-{receivedAt.UtcDateTime.Year}-{new string([.. hash.Take(Length).Select(b => Signs[b % Signs.Length])])}";
    }
}
