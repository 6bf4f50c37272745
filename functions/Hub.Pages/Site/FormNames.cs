namespace Hub.Pages.Site;

/// <summary>The names of fields that every form has.</summary>
public static class FormNames
{
    /// <summary>Says that the form is one of a page of the hub's, opened by whoever sends it.</summary>
    public const string Token = "form-token";

    /// <summary>The list that a filter is of.</summary>
    public const string List = "list";
}
