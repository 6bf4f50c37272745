using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Links;

/// <summary>Which files of an edition a recipient is offered.</summary>
public static class EditionFiles
{
    /// <summary>Whether a file is for recipients of a language: in it, or in no language.</summary>
    public static bool IsFor(string name, Language language) => name.Split('.') switch
    {
        [_, var tag, _] => tag == language.Code(),
        _ => true,
    };

    /// <summary>The key of the text that names a file; there is none for files that are not offered.</summary>
    internal static string LabelOf(string name, Language language) =>
        IsFor(name, language) ? $"Link.File.{name.Split('.')[0]}.{name.Split('.')[^1]}" : "";
}
