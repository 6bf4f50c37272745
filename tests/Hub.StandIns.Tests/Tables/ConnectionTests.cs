using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class ConnectionTests(TablesFixture tables)
{
    private const string Key = "c2VjcmV0IGtleSBvZiBhbiBhY2NvdW50";

    [Fact]
    public async Task Two_answers_of_503_are_retried()
    {
        var transport = new Scripted(new Answer(503, "ServerBusy"), new Answer(503, "ServerBusy"));
        var table = new TableClient(tables.ConnectionString, (await tables.NewTable()).Name, transport.AsOptions());

        var added = await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, added.Status);
        Assert.Equal(3, transport.Sent.Count);
        Assert.All(transport.Sent, s => Assert.StartsWith("SharedKeyLite devstoreaccount1:", s.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_is_signed_anew_with_the_key_of_then()
    {
        var credential = new TableSharedKeyCredential("acme", Key);
        var transport = new Scripted(new Answer(503, "ServerBusy"), new Answer(404, "ResourceNotFound"))
        {
            AfterSending = () => credential.SetAccountKey("bmV3IGtleQ=="),
        };
        var service = new TableServiceClient(new Uri("https://acme.table.core.windows.net"), credential, transport.AsOptions());

        await service.GetTableClient("abc").GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.NotEqual(transport.Sent[0].Authorization, transport.Sent[1].Authorization);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_an_error_with_its_code()
    {
        var answers = Enumerable.Range(0, 9).Select(_ => new Answer(503, "ServerBusy")).ToArray();
        var transport = new Scripted(answers);
        var table = new TableClient(tables.ConnectionString, "abc", transport.AsOptions());

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((503, "ServerBusy", 4), (failure.Status, failure.ErrorCode, transport.Sent.Count));
    }

    [Theory]
    [InlineData("https://acme.table.core.windows.net", "/acme/abc(PartitionKey='p%27%27q',RowKey='%D9%88')")]
    [InlineData("http://127.0.0.1:1/acme/", "/acme/acme/abc(PartitionKey='p%27%27q',RowKey='%D9%88')")]
    public async Task A_request_is_signed_over_its_date_and_the_path_of_the_account(string endpoint, string resource)
    {
        var transport = new Scripted(new Answer(404, "ResourceNotFound"));
        var service = new TableServiceClient(new Uri(endpoint), new TableSharedKeyCredential("acme", Key), transport.AsOptions());

        await service.GetTableClient("abc").GetEntityIfExistsAsync<TableEntity>("p'q", "و", ["Name"]);

        var sent = Assert.Single(transport.Sent);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes($"{sent.Date}\n{resource}"));
        Assert.Equal($"SharedKeyLite acme:{Convert.ToBase64String(signature)}", sent.Authorization);
        Assert.True(DateTimeOffset.TryParseExact(sent.Date, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public async Task A_wrong_key_is_an_authorization_failure()
    {
        var service = new TableServiceClient(tables.Service.Uri, new TableSharedKeyCredential("devstoreaccount1", Key));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.QueryAsync().Count());

        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task A_token_credential_sends_its_token_for_storage()
    {
        var transport = new Scripted(new Answer(404, "ResourceNotFound"));
        var credential = DelegatedTokenCredential.Create((context, _) => new($"token for {context.Scopes[0]}", DateTimeOffset.MaxValue));
        var service = new TableServiceClient(new Uri("https://acme.table.core.windows.net"), credential, transport.AsOptions());

        await service.GetTableClient("abc").GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal("Bearer token for https://storage.azure.com/.default", Assert.Single(transport.Sent).Authorization);
        Assert.Equal("acme", service.AccountName);
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://acme.table.core.windows.net"), credential));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData($"AccountName=acme;AccountKey={Key}", "https://acme.table.core.windows.net/")]
    [InlineData($"DefaultEndpointsProtocol=http;accountname=acme;AccountKey={Key};EndpointSuffix=a.org", "http://acme.table.a.org/")]
    [InlineData($"AccountName=acme;AccountKey={Key};TableEndpoint=http://127.0.0.1:5/acme/;", "http://127.0.0.1:5/acme")]
    public void A_connection_string_names_the_endpoint(string text, string endpoint) =>
        Assert.Equal(new Uri(endpoint), new TableServiceClient(text).Uri);

    [Theory]
    [InlineData($"AccountKey={Key}", "has no AccountName")]
    [InlineData("AccountName=acme", "has no AccountKey")]
    [InlineData("AccountName=acme;AccountKey=$$$", "account 'acme' is not base64")]
    [InlineData("AccountName=acme;nonsense", "no name=value in setting 2")]
    [InlineData("AccountName=acme;AccountName=other", "has two AccountName")]
    [InlineData($"AccountName=acme;AccountKey={Key};TableEndpoint=here", "TableEndpoint 'here'")]
    public void A_connection_string_that_is_wrong_says_what_and_keeps_the_key_to_itself(string text, string said)
    {
        var failure = Assert.Throws<FormatException>(() => new TableServiceClient(text));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_stand_in_cannot_do_it_refuses()
    {
        Assert.Throws<NotSupportedException>(() => new TableServiceClient("TableEndpoint=https://a;SharedAccessSignature=sig"));
        Assert.Throws<NotSupportedException>(() =>
            new TableServiceClient(new Uri("https://acme.table.core.windows.net?sv=1&sig=x"), new TableSharedKeyCredential("acme", Key)));
    }

    [Fact]
    public async Task An_error_page_of_a_proxy_is_an_error_without_a_code()
    {
        var table = new TableClient(tables.ConnectionString, "abc", Scripted.Options(new Answer(400, "Bad", "<html>", "application/json")));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((400, "Bad"), (failure.Status, failure.ErrorCode));
    }
}
