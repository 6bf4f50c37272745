namespace Hub.Register.Records;

/// <summary>Which office of a State speaks.</summary>
public enum OfficeRole
{
    /// <summary>Permanent mission.</summary>
    Mission,

    /// <summary>Ministry of foreign affairs, or the ministry that designates.</summary>
    Ministry,

    /// <summary>A designated authority itself: it may not change its own designation (I7).</summary>
    Authority,
}
