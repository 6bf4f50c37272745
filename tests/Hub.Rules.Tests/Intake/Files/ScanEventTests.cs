using Hub.Notices.Documents;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>What Event Grid says of a malware scan.</summary>
public sealed class ScanEventTests
{
    private const string Blob = "https://hubdata.blob.core.windows.net/quarantine/SEN-0123/9f86d081";

    [Theory]
    [InlineData("No threats found")]
    [InlineData("Malicious")]
    public void An_event_of_the_scan_names_the_notice_whose_file_was_seen(string result) =>
        Assert.Equal("SEN-0123", ScanEvent.NoticeOf(Event(Blob, result)));

    [Theory]
    [InlineData("https://hubdata.blob.core.windows.net/originals/SEN-0123/9f86d081")]
    [InlineData("https://hubdata.blob.core.windows.net/quarantine/9f86d081")]
    [InlineData("https://hubdata.blob.core.windows.net/quarantine/SEN-0123/../../x/9f86d081")]
    [InlineData("quarantine/SEN-0123/9f86d081")]
    [InlineData("")]
    public void A_blob_that_waits_for_no_scan_of_a_notice_wakes_none(string blob) =>
        Assert.Null(ScanEvent.NoticeOf(Event(blob, "Malicious")));

    [Theory]
    [InlineData("SEN-0123")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"eventType\":5,\"data\":{\"blobUri\":\"https://a/quarantine/b/c\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Security.MalwareScanningResult\",\"data\":[]}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"data\":{\"blobUri\":\"https://a/quarantine/b/c\"}}")]
    public void What_is_no_such_event_is_none(string text) => Assert.Null(ScanEvent.NoticeOf(text));

    // As Defender for Storage describes it: Event Grid's own schema, one event a message.
    private static string Event(string blob, string result) => $$"""
        {
          "id": "52d00da0-8f1a-4c3c-aa2c-24831967356b",
          "subject": "storageAccounts/hubdata/containers/quarantine/blobs/SEN-0123/9f86d081",
          "data": {
            "correlationId": "52d00da0-8f1a-4c3c-aa2c-24831967356b", "blobUri": "{{blob}}", "eTag": "0x8DB4C9327B08CBF",
            "scanFinishedTimeUtc": "2026-11-04T11:31:54.0481279Z", "scanResultType": "{{result}}", "scanResultDetails": null
          },
          "eventType": "Microsoft.Security.MalwareScanningResult", "dataVersion": "1.0", "metadataVersion": "1",
          "eventTime": "2026-11-04T11:31:54.048375Z",
          "topic": "/subscriptions/x/resourceGroups/y/providers/Microsoft.EventGrid/topics/evgt-hub"
        }
        """;
}
