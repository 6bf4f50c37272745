namespace Hub.Intake.Files.Unpacking;

/// <summary>The scripts of the six languages.</summary>
public enum Script
{
    /// <summary>Signs, digits, and scripts of other languages.</summary>
    None,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Arabic.</summary>
    Arabic,

    /// <summary>Chinese.</summary>
    Han,
}

/// <summary>Which script a character is of.</summary>
public static class Scripts
{
    /// <summary>The script.</summary>
    public static Script Of(char c) => c switch
    {
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' => Script.Latin,
        >= '\u00C0' and <= '\u024F' and not ('×' or '÷') => Script.Latin,
        >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0620' and <= '\u065F' or >= '\u066E' and <= '\u06D3' or >= '\u0750' and <= '\u077F' => Script.Arabic,
        >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' => Script.Arabic,
        >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => Script.Han,
        _ => Script.None,
    };
}
