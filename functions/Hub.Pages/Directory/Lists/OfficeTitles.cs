using Hub.Pages.Directory.Frame;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Directory.Lists;

/// <summary>An office in a list: for everyone by what it is for, for readers by its name.</summary>
internal static class OfficeTitles
{
    /// <summary>By what it is for.</summary>
    public static RenderFragment<PublicOffice> OfFunctions(Labels labels) => office => Link(office.Id, FunctionWords.Title(office, labels));

    /// <summary>By its name.</summary>
    public static RenderFragment<PublicOffice> OfNames(RegisterSnapshot register, Labels labels) =>
        office => Link(office.Id, register.Authorities[office.Id].Name(labels.Language));

    /// <summary>By its name, with the number that is answered day and night.</summary>
    public static RenderFragment<PublicOffice> WithNumbers(RegisterSnapshot register, Labels labels) => office => builder =>
    {
        var record = register.Authorities[office.Id];
        builder.AddContent(0, OfNames(register, labels)(office));
        if (Opening.NumberDayAndNight(record.Restricted) is { } phone)
        {
            builder.AddContent(1, " ");
            builder.OpenComponent<Results.CallLink>(2);
            builder.AddAttribute(3, nameof(Results.CallLink.Phone), phone);
            builder.AddAttribute(4, nameof(Results.CallLink.Labels), labels);
            builder.CloseComponent();
        }
    };

    private static RenderFragment Link(string id, Phrase title) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "govuk-link");
        builder.AddAttribute(2, "href", DirectoryAddress.Office(id));
        builder.OpenComponent<PhraseView>(3);
        builder.AddAttribute(4, nameof(PhraseView.Of), title);
        builder.CloseComponent();
        builder.CloseElement();
    };
}
