using System.Security.Cryptography;
using System.Text;
using Hub.Functions.Editions;

namespace Hub.Functions.Tests.Requests;

/// <summary>A document of an edition may have the style sheet that it brings, and no other.</summary>
public sealed class StyleHashTests
{
    [Fact]
    public void It_is_the_hash_of_the_first_style_element()
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("\nbody{color:red}")));
        Assert.Equal($"'sha256-{hash}'", Of("<head><style>\nbody{color:red}</style></head><body><style>p{color:blue}</style>"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c")]
    [InlineData("<style>p{color:blue}")]
    [InlineData("</style>")]
    public void What_has_none_may_have_none(string text) => Assert.Equal("'none'", Of(text));

    private static string Of(string html) => StyleHash.Of(Encoding.UTF8.GetBytes(html));
}
