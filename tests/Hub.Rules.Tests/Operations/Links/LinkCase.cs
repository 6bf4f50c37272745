using System.Text;
using Hub.Operations.Links;
using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Links;

/// <summary>The address of a law, and what its site answers.</summary>
public abstract class LinkCase
{
    private protected static readonly Law Law = SampleLaws.Law();
    private protected static readonly LinkCheck New = new() { LawId = Law.LawId, Url = Law.OfficialUrl! };

    private protected static LinkCheck After(LinkCheck check, LinkAnswer answer, DateTimeOffset? at = null) =>
        LinkVerdict.Of(check, Law, answer, at ?? Sample.Now);

    private protected static LinkAnswer.Found Page(string html, string? at = null) =>
        new(at ?? Law.OfficialUrl!, Encoding.UTF8.GetBytes(html), true);

    private protected static LinkAnswer.Found File(params byte[] bytes) => new(Law.OfficialUrl!, bytes, false);
}
