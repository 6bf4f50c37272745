using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionIdTests
{
    [Theory]
    [InlineData("2026/1", "2026-1")]
    [InlineData("2026/2", "2026-2")]
    [InlineData("2026/1/add.1", "2026-1-add.1")]
    [InlineData("2026/2/rev.12", "2026-2-rev.12")]
    public void A_name_is_read_as_it_is_written_and_as_it_stands_in_addresses(string name, string slug)
    {
        Assert.True(EditionId.TryParse(name, out var id));
        Assert.True(EditionId.TryParse(slug, out var same));
        Assert.Equal((id, name, slug), (same, id!.ToString(), id.Slug));
        Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(id, HubJson.Public));
        Assert.Equal(id, JsonSerializer.Deserialize<EditionId>($"\"{name}\"", HubJson.Options));
    }

    [Theory]
    [InlineData("2026/3")]
    [InlineData("2026/1/")]
    [InlineData("2026/1/add.0")]
    [InlineData("2026/1/add")]
    [InlineData("2026/1/err.1")]
    [InlineData("26/1")]
    [InlineData("2026-1\n")]
    [InlineData("../2026-1")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_name(string? text) => Assert.False(EditionId.TryParse(text, out _));

    [Fact]
    public void Editions_have_an_order()
    {
        string[] names = ["2025/2", "2026/1", "2026/1/add.1", "2026/1/add.2", "2026/1/add.10", "2026/1/rev.1", "2026/2"];
        Assert.Equal(
            names, names.Reverse().Select(n => EditionId.TryParse(n, out var id) ? id : null).Order().Select(id => id!.ToString()));
    }

    [Theory]
    [InlineData(2026, 6, 30, "2026/1")]
    [InlineData(2026, 7, 1, "2026/2")]
    public void A_day_belongs_to_the_edition_of_its_half_year(int year, int month, int day, string name) =>
        Assert.Equal(name, EditionId.Of(new(year, month, day)).ToString());
}
