using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;

namespace Hub.Functions.Tests.Site;

/// <summary>What no function answers: people are told on a page, programs as problem details.</summary>
public sealed class MissingTests
{
    [Theory]
    [InlineData("/api/anything")]
    [InlineData("/api")]
    [InlineData("/API/notices/x/y/z")]
    public async Task A_program_is_told_in_json(string path)
    {
        var served = await Served.By(PageSite.Get(path), r => Task.FromResult(Missing.Show(r)));
        Assert.Equal((404, "application/problem+json"), (served.Status, served.Headers.ContentType.ToString().Split(';')[0]));
        Assert.StartsWith("{", Encoding.UTF8.GetString(served.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/anything")]
    [InlineData("/apian")]
    public void A_person_is_told_on_a_page(string path) => Assert.Throws<ApiException>(() => Missing.Show(PageSite.Get(path)));
}
