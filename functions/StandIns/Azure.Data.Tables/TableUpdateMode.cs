namespace Azure.Data.Tables;

/// <summary>Whether the properties that an update does not name stay or go.</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
