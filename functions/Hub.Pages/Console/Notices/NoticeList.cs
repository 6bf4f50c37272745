using Hub.Notices;
using Hub.Notices.Search;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>A list of notices.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Notices">The notices of the page.</param>
/// <param name="States">The States that there are notices of, with their names.</param>
public sealed record NoticeList(
    NoticeChoice Choice, PageRange Range, IReadOnlyList<NoticeSummary> Notices, IReadOnlyList<(string Code, string Name)> States)
    : Confidential
{
    /// <summary>Whose work was chosen; null for everybody's.</summary>
    public HandsChoice? Hands { get; init; }

    /// <summary>Who works on which.</summary>
    public IReadOnlyDictionary<string, string> Holders { get; init; } = new Dictionary<string, string>();
}
