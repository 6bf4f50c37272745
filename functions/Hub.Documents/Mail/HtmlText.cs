using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Hub.Documents.Mail;

/// <summary>The text of HTML as a person sees it: no scripts, nothing hidden, nothing fetched; quotations marked by <c>&gt;</c>.</summary>
internal sealed partial class HtmlText
{
    private const int MostDepth = 500;

    // Struck out is not said: who strikes a number out and writes another behind it has changed it.
    private static readonly HashSet<string> UnseenTags = new(StringComparer.OrdinalIgnoreCase) { "template", "svg", "s", "strike", "del" };

    private readonly StringBuilder _text = new();
    private readonly Stack<(string Name, bool Hidden)> _open = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _hidden;
    private int _quoted;
    private bool _startsLine = true;

    /// <summary>The text.</summary>
    public static string Of(string html)
    {
        var reading = new HtmlText();
        var tokens = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = true };
        while (tokens.ReadNextToken(out var token))
            reading.Take(token);
        return BlankLines().Replace(reading._text.ToString(), "\n\n").Trim();
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag when tag.IsEndTag:
                Close(tag);
                break;
            case HtmlTagToken tag:
                Open(tag);
                break;
            case HtmlDataToken data when token.Kind == HtmlTokenKind.Data && _hidden == 0:
                Append(data.Data);
                break;
            default:
                break;
        }
    }

    private void Open(HtmlTagToken tag)
    {
        if (Breaks(tag.Id))
            Line();
        else if (tag.Id is HtmlTagId.TD or HtmlTagId.TH && !_startsLine)
            _text.Append('\t');
        if (tag.IsEmptyElement || IsVoid(tag.Id) || _open.Count >= MostDepth)
            return;
        var hides = Hides(tag);
        _open.Push((tag.Name, hides));
        _names[tag.Name] = _names.GetValueOrDefault(tag.Name) + 1;
        _hidden += hides ? 1 : 0;
        _quoted += tag.Id == HtmlTagId.BlockQuote ? 1 : 0;
    }

    // What was never opened closes nothing; what was not closed ends with what it stands in.
    private void Close(HtmlTagToken tag)
    {
        if (Breaks(tag.Id))
            Line();
        if (_names.GetValueOrDefault(tag.Name) == 0)
            return;
        while (_open.TryPop(out var open))
        {
            _names[open.Name]--;
            _hidden -= open.Hidden ? 1 : 0;
            _quoted -= open.Name.Equals("blockquote", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (open.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))
                return;
        }
    }

    private void Append(string data)
    {
        var text = Spaces().Replace(data, " ");
        if (_startsLine)
            text = text.TrimStart();
        if (text.Length == 0)
            return;
        if (_startsLine && _quoted > 0)
            _text.Append(new string('>', Math.Min(_quoted, 5))).Append(' ');
        _startsLine = false;
        _text.Append(text);
    }

    private void Line()
    {
        _text.Append('\n');
        _startsLine = true;
    }

    private static bool Hides(HtmlTagToken tag) =>
        tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title or HtmlTagId.NoScript or HtmlTagId.Object
            or HtmlTagId.Applet or HtmlTagId.IFrame or HtmlTagId.Select or HtmlTagId.TextArea
        || UnseenTags.Contains(tag.Name)
        || tag.Attributes.Any(Hides);

    private static bool Hides(HtmlAttribute attribute) => attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)
        || (attribute.Id == HtmlAttributeId.Style && Invisible().IsMatch(attribute.Value ?? ""));

    private static bool Breaks(HtmlTagId tag) => tag is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI
        or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table or HtmlTagId.BlockQuote or HtmlTagId.HR or HtmlTagId.H1 or HtmlTagId.H2
        or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Pre or HtmlTagId.Header or HtmlTagId.Footer
        or HtmlTagId.Section or HtmlTagId.Article;

    private static bool IsVoid(HtmlTagId tag) => tag is HtmlTagId.Br or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Meta
        or HtmlTagId.Link or HtmlTagId.Area or HtmlTagId.Base or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.Param or HtmlTagId.Source;

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0+)?(?:$|[^.\d])|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;]*line-through|opacity\s*:\s*0(?:$|[^.\d])",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n[ \t]*\n[ \t\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
