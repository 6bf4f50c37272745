namespace Hub.Operations.Terms;

/// <summary>Something that a person is found by.</summary>
internal interface ITerm
{
    /// <summary>The places of a text where it stands: from a character up to, not including, another.</summary>
    IEnumerable<(int Start, int End)> In(string text);
}
