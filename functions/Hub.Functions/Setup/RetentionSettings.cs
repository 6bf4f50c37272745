using Hub.Operations.Retention;

namespace Hub.Functions.Setup;

/// <summary>For how many days each kind is kept; docs/privacy.md says why so long. A time that would break something is refused.</summary>
internal static class RetentionSettings
{
    // Mails come back within two days, editions go out twice a year, and a person takes holidays.
    private const int Fortnight = 14;
    private const int Month = 30;
    private const int HalfYear = 184;

    public static RetentionPolicy Read(SettingParser reader)
    {
        var times = new Dictionary<RetentionKind, TimeSpan>
        {
            [RetentionKind.Notices] = reader.Days("Retention:NoticeDays", 3650, Month),
            [RetentionKind.Translations] = reader.Days("Retention:TranslationDays", 365, Month),
            [RetentionKind.DismissedMails] = reader.Days("Retention:DismissedMailDays", 30, 1),
            [RetentionKind.OtherMails] = reader.Days("Retention:OtherMailDays", 90, Fortnight),
            [RetentionKind.UndecidedMails] = reader.Days("Retention:UndecidedMailDays", 180, Month),
            [RetentionKind.Senders] = reader.Days("Retention:SenderDays", 7, 2),
            [RetentionKind.Deliveries] = reader.Days("Retention:DeliveryDays", 400, HalfYear),
            [RetentionKind.SettledFailures] = reader.Days("Retention:SettledFailureDays", 30, 1),
            [RetentionKind.Failures] = reader.Days("Retention:FailureDays", 180, Fortnight),
            [RetentionKind.Errors] = reader.Days("Retention:ErrorDays", 30, Fortnight),
            [RetentionKind.EndedKeys] = reader.Days("Retention:EndedKeyDays", 90, 1),
            [RetentionKind.LastUses] = reader.Days("Retention:LastUseDays", 365, Month),
            [RetentionKind.Actions] = reader.Days("Retention:ActionDays", 1095, HalfYear),
        };
        reader.Check(
            times[RetentionKind.Notices] >= reader.Days("Storage:OriginalsKeptDays"), "Retention:NoticeDays",
            "is shorter than Storage__OriginalsKeptDays: storage would not let the originals go");
        return new(times);
    }
}
