namespace Hub.Azure.Tests;

public sealed class RandomIdentifiersTests
{
    private readonly RandomIdentifiers _ids = new(TimeProvider.System);

    [Fact]
    public void A_key_has_32_bytes_and_is_never_the_same()
    {
        var key = _ids.NewKey();
        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.NotEqual(key, _ids.NewKey());
    }

    [Fact]
    public void A_salt_has_16_bytes_and_is_never_the_same()
    {
        var salt = _ids.NewSalt();
        Assert.Equal(16, Convert.FromHexString(salt).Length);
        Assert.NotEqual(salt, _ids.NewSalt());
    }
}
