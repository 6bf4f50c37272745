using Hub.Pages.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Hub.Pages.Rendering;

/// <summary>A phrase in HTML: what stands apart is isolated.</summary>
public sealed class PhraseView : ComponentBase
{
    /// <summary>The phrase.</summary>
    [Parameter, EditorRequired]
    public required Phrase Of { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Of.Runs)
        {
            if (run.Apart)
                builder.OpenElement(0, "bdi");
            builder.AddContent(1, run.Text);
            if (run.Apart)
                builder.CloseElement();
        }
    }
}
